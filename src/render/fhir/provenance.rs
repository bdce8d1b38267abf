//! Where a plan comes from: the program, the protocols, the facts and the dates that it is made of.

use super::Maker;
use super::narrative::lines;
use super::origin;
use super::resource::{
    Absent, Agent, Concept, Day, Entity, Identifier, Instant, Provenance, Recorded, Reference, Said,
};
use crate::render::FhirWord;

impl Maker<'_> {
    pub(super) fn provenance(self, target: Vec<Reference>) -> Provenance {
        let entity = self.entities();
        let said: Vec<Said> = entity
            .iter()
            .filter_map(|one| one.what.display.clone())
            .collect();
        let engine = Reference {
            kind: Some("Device"),
            display: Some(Said::new(&self.plan.engine)),
            ..Reference::default()
        };
        Provenance {
            text: lines(&Said::new(FhirWord::ProvenanceTitle.text()), &said),
            target,
            occurred_date_time: Day(self.issue.day),
            recorded: match self.issue.at {
                Some(at) => Recorded::At(Instant(at)),
                None => Recorded::Unknown(Absent::unknown()),
            },
            agent: vec![Agent {
                kind: Concept::new(FhirWord::Assembler.text()),
                who: engine,
            }],
            entity,
        }
    }

    fn entities(self) -> Vec<Entity> {
        let source = |what: Reference| Entity {
            role: "source",
            what,
        };
        let mut all = Vec::new();
        for (protocol, treatment) in self.protocols.iter().zip(&self.plan.treatments) {
            let version = protocol.version.as_deref();
            let said = FhirWord::Protocol.with(&[
                ("name", protocol.treatment_name()),
                ("version", version.unwrap_or(FhirWord::NoVersion.text())),
                ("status", &treatment.status),
                ("fingerprint", &protocol.fingerprint),
            ]);
            all.push(source(Reference {
                kind: Some("PlanDefinition"),
                identifier: Some(Identifier::uri(origin::url(protocol))),
                ..Reference::said(&said)
            }));
        }
        let said = |word: FhirWord, hole: &str, text: &str| {
            source(Reference::said(&word.with(&[(hole, text)])))
        };
        let fingerprint = &self.plan.fingerprint;
        all.push(said(FhirWord::Fingerprint, "fingerprint", fingerprint));
        for treatment in &self.plan.treatments {
            let name = treatment.protocol.as_deref().or(treatment.name.as_deref());
            let name = name.unwrap_or_default();
            all.push(match treatment.treated {
                Some(when) => source(Reference::said(
                    &FhirWord::Treated.with(&[("name", name), ("when", &when.to_string())]),
                )),
                None => said(FhirWord::Undated, "name", name),
            });
        }
        if let Some(on) = self.plan.on {
            all.push(said(FhirWord::AskedOn, "when", &on.to_string()));
        }
        let issued = match self.issue.at {
            Some(at) => at.format("%Y-%m-%dT%H:%M%:z").to_string(),
            None => self.issue.day.to_string(),
        };
        all.push(said(FhirWord::IssuedOn, "when", &issued));
        let facts = self.plan.facts_used();
        all.extend(facts.iter().map(|fact| said(FhirWord::Fact, "fact", fact)));
        all
    }
}

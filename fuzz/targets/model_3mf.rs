//! 3MF: models and relations, put into an archive here, since changed bytes of an archive rarely are one; or an archive as it is.
#![no_main]

use libfuzzer_sys::fuzz_target;
use platewise_fuzz::{archive, choice, models, pieces};

const RELATIONS: &[u8] =
    br#"<Relationships><Relationship Target="/3D/a.model" Id="r" Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"/></Relationships>"#;

fuzz_target!(|data: &[u8]| {
    let Some((choice, rest)) = choice(data) else { return };
    let mut pieces = pieces(rest);
    let mut piece = || pieces.next().unwrap_or_default();
    models::is_taken(match choice % 3 {
        0 => rest.to_vec(),
        1 => archive::of(&[
            ("_rels/.rels", RELATIONS),
            ("3D/a.model", piece()),
            ("3D/b.model", piece()),
        ]),
        _ => archive::of(&[
            ("3D/b.model", piece()),
            ("_rels/.rels", piece()),
            ("3D/a.model", piece()),
        ]),
    });
});

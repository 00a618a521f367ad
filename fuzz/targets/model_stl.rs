//! STL in text and binary, and any other bytes in its place.
#![no_main]

use libfuzzer_sys::fuzz_target;
use platewise_fuzz::{choice, models};

fuzz_target!(|data: &[u8]| {
    let Some((choice, rest)) = choice(data) else { return };
    if choice % 2 == 0 {
        return models::is_taken(rest.to_vec());
    }
    // Triangles alone, under the head that a binary file needs.
    let triangles = rest.chunks_exact(36);
    let mut file = vec![0; 80];
    file.extend((triangles.len() as u32).to_le_bytes());
    for triangle in triangles {
        file.extend([0; 12]);
        file.extend(triangle);
        file.extend([0; 2]);
    }
    models::is_taken(file);
});

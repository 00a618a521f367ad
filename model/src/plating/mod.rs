//! Electroplating: Faraday's law and what follows from it. Pure functions of typed quantities; each can be read on its own.

pub mod alloy;
pub mod designation;
pub mod efficiency;
pub mod embrittlement;
pub mod faraday;
pub mod thickness;
pub mod thread;

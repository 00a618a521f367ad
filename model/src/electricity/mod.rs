//! Electricity of a plant hour by hour: what it uses, what that costs, and what its own generation changes. Pure functions of plain numbers,
//! each unit in its name; months are counted from 0, hours from midnight by the clock.

pub mod balance;
pub mod load;
pub mod meter;
pub mod tariff;

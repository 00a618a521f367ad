//! The table of quantities and their units. A new unit is a row; the first unit is the canonical one.

#![allow(
    clippy::excessive_precision,
    reason = "factors are written to more digits than a double holds, so that the nearest double is meant"
)]

use super::{Quantity, Unit};
use crate::language::Language;

macro_rules! quantities {
    ($( $(#[$doc:meta])* $name:ident . $accessor:ident ~ $suffix:literal us $us:literal [ $( $id:literal $symbol:literal $factor:literal $(+ $offset:literal)? ),+ ] )+) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, PartialEq, PartialOrd, Debug, Default)]
            pub struct $name(f64);

            impl $name {
                /// From a value in the canonical unit.
                pub const fn new(value: f64) -> Self { Self(value) }
                /// The value in the canonical unit.
                pub const fn $accessor(self) -> f64 { self.0 }
            }

            impl Quantity for $name {
                const DIMENSION: Dimension = Dimension::$name;
                fn from_canonical(value: f64) -> Self { Self(value) }
                fn canonical(self) -> f64 { self.0 }
            }
        )+

        /// What kind of quantity a number is: it knows its units.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum Dimension { $( $(#[$doc])* $name ),+ }

        impl Dimension {
            /// Every dimension.
            pub const ALL: &'static [Self] = &[ $( Self::$name ),+ ];

            /// The units, canonical first.
            pub const fn units(self) -> &'static [Unit] {
                match self { $( Self::$name => &[ $( Unit { id: $id, symbol: $symbol, factor: $factor, offset: 0.0 $(+ $offset)? } ),+ ] ),+ }
            }

            /// The ending of a JSON name that says the canonical unit; empty for plain ratios.
            pub const fn suffix(self) -> &'static str {
                match self { $( Self::$name => $suffix ),+ }
            }

            const fn us_unit(self) -> usize {
                match self { $( Self::$name => $us ),+ }
            }
        }
    };
}

quantities! {
    /// Thickness of a coating, µm.
    Thickness.um ~ "_um" us 1 ["um" "µm" 1.0, "mil" "mil" 25.4, "uin" "µin" 0.0254, "si" "丝" 10.0, "mm" "mm" 1000.0, "in" "in" 25400.0, "nm" "nm" 0.001]
    /// Current per plated area, A/dm². 1 A/dm² is exactly 9.290304 A/ft².
    CurrentDensity.a_per_dm2 ~ "_a_per_dm2" us 1 ["a_per_dm2" "A/dm²" 1.0, "a_per_ft2" "A/ft²" 0.107639104167097223, "a_per_m2" "A/m²" 0.01, "ma_per_cm2" "mA/cm²" 0.1, "a_per_in2" "A/in²" 15.5000310000620001]
    /// Time, min.
    Minutes.min ~ "_min" us 0 ["min" "min" 1.0, "h" "h" 60.0, "s" "s" 0.0166666666666666667]
    /// Area, dm².
    Area.dm2 ~ "_dm2" us 3 ["dm2" "dm²" 1.0, "cm2" "cm²" 0.01, "m2" "m²" 100.0, "ft2" "ft²" 9.290304, "in2" "in²" 0.064516, "mm2" "mm²" 0.0001]
    /// Area of a job or a plant, dm², read in m².
    Surface.dm2 ~ "_dm2" us 2 ["dm2" "dm²" 1.0, "m2" "m²" 100.0, "ft2" "ft²" 9.290304]
    /// Mass of metal, g.
    Mass.g ~ "_g" us 2 ["g" "g" 1.0, "kg" "kg" 1000.0, "oz" "oz" 28.349523125, "mg" "mg" 0.001, "lb" "lb" 453.59237, "jin" "斤" 500.0]
    /// Mass of parts, kg.
    LoadMass.kg ~ "_kg" us 1 ["kg" "kg" 1.0, "lb" "lb" 0.45359237, "g" "g" 0.001, "t" "t" 1000.0, "oz" "oz" 0.028349523125, "jin" "斤" 0.5]
    /// Area of parts per mass, dm²/kg.
    SpecificArea.dm2_per_kg ~ "_dm2_per_kg" us 2 ["dm2_per_kg" "dm²/kg" 1.0, "m2_per_kg" "m²/kg" 100.0, "ft2_per_lb" "ft²/lb" 20.4816143622521693]
    /// Electric charge, A·h.
    Charge.ah ~ "_ah" us 0 ["ah" "A·h" 1.0, "c" "C" 0.000277777777777777778, "a_min" "A·min" 0.0166666666666666667, "kah" "kA·h" 1000.0]
    /// Charge of a mole of electrons, C/mol.
    MolarCharge.c_per_mol ~ "_c_per_mol" us 0 ["c_per_mol" "C/mol" 1.0]
    /// Electric current, A.
    Current.a ~ "_a" us 0 ["a" "A" 1.0, "ka" "kA" 1000.0, "ma" "mA" 0.001]
    /// Electric potential, V.
    Voltage.v ~ "_v" us 0 ["v" "V" 1.0, "mv" "mV" 0.001]
    /// Energy, kWh.
    Energy.kwh ~ "_kwh" us 0 ["kwh" "kWh" 1.0, "mj" "MJ" 0.277777777777777778]
    /// Density of a deposit, g/cm³.
    Density.g_per_cm3 ~ "_g_per_cm3" us 0 ["g_per_cm3" "g/cm³" 1.0, "kg_per_m3" "kg/m³" 0.001, "lb_per_in3" "lb/in³" 27.6799047102031]
    /// Molar mass, g/mol.
    MolarMass.g_per_mol ~ "_g_per_mol" us 0 ["g_per_mol" "g/mol" 1.0]
    /// Mass per charge, g/(A·h).
    Equivalent.g_per_ah ~ "_g_per_ah" us 0 ["g_per_ah" "g/(A·h)" 1.0]
    /// Growth of the thickness, µm/min.
    Rate.um_per_min ~ "_um_per_min" us 2 ["um_per_min" "µm/min" 1.0, "um_per_h" "µm/h" 0.0166666666666666667, "mil_per_h" "mil/h" 0.423333333333333333]
    /// Temperature, °C.
    Temperature.c ~ "_c" us 1 ["c" "°C" 1.0, "f" "°F" 0.555555555555555556 + -17.7777777777777778]
    /// Tensile strength, MPa.
    Stress.mpa ~ "_mpa" us 1 ["mpa" "MPa" 1.0, "ksi" "ksi" 6.894757293168361, "psi" "psi" 0.00689475729316836134, "kgf_per_mm2" "kgf/mm²" 9.80665]
    /// Rockwell hardness, scale C. Never converted to a strength: that is a table of its own.
    Hardness.hrc ~ "_hrc" us 0 ["hrc" "HRC" 1.0]
    /// A share between 0 and 1, shown in per cent.
    Fraction.ratio ~ "" us 1 ["fraction" "" 1.0, "percent" "%" 0.01]
    /// A plain ratio, shown as it is.
    Ratio.ratio ~ "" us 0 ["ratio" "" 1.0]
    /// A constant whose unit is said in words: C/mol, L/(A·h).
    Constant.value ~ "" us 0 ["constant" "" 1.0]
    /// Volume, L: of gas, of a barrel.
    Volume.l ~ "_l" us 0 ["l" "L" 1.0, "ml" "mL" 0.001, "m3" "m³" 1000.0, "gal" "gal" 3.785411784, "ft3" "ft³" 28.316846592]
    /// Duration of a bake or a test, h.
    Hours.h ~ "_h" us 0 ["h" "h" 1.0, "min" "min" 0.0166666666666666667, "days" "d" 24.0]
    /// Small length: pitch or diameter of a thread, mm.
    Length.mm ~ "_mm" us 1 ["mm" "mm" 1.0, "in" "in" 25.4, "cm" "cm" 10.0, "m" "m" 1000.0, "um" "µm" 0.001, "ft" "ft" 304.8]
    /// Concentration in a bath, g/L.
    Concentration.g_per_l ~ "_g_per_l" us 1 ["g_per_l" "g/L" 1.0, "oz_per_gal" "oz/gal" 7.48915170730603928, "mg_per_l" "mg/L" 0.001]
    /// Consumption of an additive per charge, mL/(kA·h).
    PerCharge.ml_per_kah ~ "_ml_per_kah" us 0 ["ml_per_kah" "mL/(kA·h)" 1.0]
    /// A number of things.
    Count.count ~ "" us 0 ["count" "" 1.0]
    /// Money, CNY.
    Money.cny ~ "_cny" us 0 ["cny" "CNY" 1.0]
    /// Money per plated area, CNY/m².
    MoneyPerArea.cny_per_m2 ~ "_cny_per_m2" us 1 ["cny_per_m2" "CNY/m²" 1.0, "cny_per_ft2" "CNY/ft²" 10.7639104167097223, "cny_per_dm2" "CNY/dm²" 100.0]
    /// Price of energy, electric or thermal, CNY/kWh.
    MoneyPerEnergy.cny_per_kwh ~ "_cny_per_kwh" us 0 ["cny_per_kwh" "CNY/kWh" 1.0]
    /// Price of a material, CNY/kg.
    MoneyPerMass.cny_per_kg ~ "_cny_per_kg" us 1 ["cny_per_kg" "CNY/kg" 1.0, "cny_per_lb" "CNY/lb" 2.20462262184877581]
    /// Fee or price of bulk material, CNY/t.
    MoneyPerTonne.cny_per_t ~ "_cny_per_t" us 0 ["cny_per_t" "CNY/t" 1.0]
    /// Price of a liquid, CNY/L.
    MoneyPerVolume.cny_per_l ~ "_cny_per_l" us 1 ["cny_per_l" "CNY/L" 1.0, "cny_per_gal" "CNY/gal" 0.264172052358148416]
    /// Price per cubic metre, of water or of a bath, CNY/m³.
    MoneyPerWater.cny_per_m3 ~ "_cny_per_m3" us 0 ["cny_per_m3" "CNY/m³" 1.0]
    /// Price of an hour of work, CNY/h.
    MoneyPerHour.cny_per_h ~ "_cny_per_h" us 0 ["cny_per_h" "CNY/h" 1.0]
    /// Money in a year, CNY/a.
    MoneyPerYear.cny_per_year ~ "_cny_per_year" us 0 ["cny_per_year" "CNY/a" 1.0]
    /// Money per charge, CNY/(kA·h).
    MoneyPerCharge.cny_per_kah ~ "_cny_per_kah" us 0 ["cny_per_kah" "CNY/(kA·h)" 1.0]
    /// Charge per plated area, A·h/m².
    ChargePerArea.ah_per_m2 ~ "_ah_per_m2" us 1 ["ah_per_m2" "A·h/m²" 1.0, "ah_per_ft2" "A·h/ft²" 10.7639104167097223, "ah_per_dm2" "A·h/dm²" 100.0]
    /// Energy per plated area, kWh/m².
    EnergyPerArea.kwh_per_m2 ~ "_kwh_per_m2" us 1 ["kwh_per_m2" "kWh/m²" 1.0, "kwh_per_ft2" "kWh/ft²" 10.7639104167097223]
    /// Mass of metal or of a chemical per plated area, g/m².
    MassPerArea.g_per_m2 ~ "_g_per_m2" us 1 ["g_per_m2" "g/m²" 1.0, "oz_per_ft2" "oz/ft²" 305.151727273940659, "mg_per_dm2" "mg/dm²" 0.1, "mg_per_cm2" "mg/cm²" 10.0]
    /// Coating weight as inch standards state it, oz/ft².
    OuncesPerArea.oz_per_ft2 ~ "_oz_per_ft2" us 0 ["oz_per_ft2" "oz/ft²" 1.0]
    /// Waste per plated area, kg/m².
    WastePerArea.kg_per_m2 ~ "_kg_per_m2" us 1 ["kg_per_m2" "kg/m²" 1.0, "lb_per_ft2" "lb/ft²" 4.88242763638305054]
    /// Volume of solution or water per plated area, L/m².
    VolumePerArea.l_per_m2 ~ "_l_per_m2" us 1 ["l_per_m2" "L/m²" 1.0, "gal_per_ft2" "gal/ft²" 40.7458333333333333]
    /// Additive per plated area, mL/m².
    AdditivePerArea.ml_per_m2 ~ "_ml_per_m2" us 0 ["ml_per_m2" "mL/m²" 1.0]
    /// Greenhouse gas per plated area, kg CO₂e/m².
    EmissionPerArea.kg_per_m2 ~ "_kg_per_m2" us 1 ["kg_per_m2" "kg CO₂e/m²" 1.0, "lb_per_ft2" "lb CO₂e/ft²" 4.88242763638305054]
    /// Greenhouse gas per mass of a material, kg CO₂e/kg.
    EmissionPerMass.kg_per_kg ~ "_kg_per_kg" us 0 ["kg_per_kg" "kg CO₂e/kg" 1.0]
    /// Greenhouse gas per energy, kg CO₂e/kWh.
    EmissionPerEnergy.kg_per_kwh ~ "_kg_per_kwh" us 0 ["kg_per_kwh" "kg CO₂e/kWh" 1.0]
    /// Greenhouse gas per volume of water, kg CO₂e/m³.
    EmissionPerWater.kg_per_m3 ~ "_kg_per_m3" us 0 ["kg_per_m3" "kg CO₂e/m³" 1.0]
    /// Area plated in a year, m²/a.
    AnnualArea.m2_per_year ~ "_m2_per_year" us 1 ["m2_per_year" "m²/a" 1.0, "ft2_per_year" "ft²/a" 0.09290304]
    /// Mass of a chemical in a year, kg/a.
    AnnualMass.kg_per_year ~ "_kg_per_year" us 1 ["kg_per_year" "kg/a" 1.0, "lb_per_year" "lb/a" 0.45359237, "t_per_year" "t/a" 1000.0]
    /// Waste in a year, t/a.
    AnnualWaste.t_per_year ~ "_t_per_year" us 0 ["t_per_year" "t/a" 1.0, "kg_per_year" "kg/a" 0.001]
    /// Energy in a year, kWh/a.
    AnnualEnergy.kwh_per_year ~ "_kwh_per_year" us 0 ["kwh_per_year" "kWh/a" 1.0, "mwh_per_year" "MWh/a" 1000.0]
    /// A span of years.
    Years.years ~ "_years" us 0 ["years" "a" 1.0, "months" "mo" 0.0833333333333333333]
    /// A span of months.
    Months.months ~ "_months" us 0 ["months" "mo" 1.0, "years" "a" 12.0]
    /// A span of days.
    Days.days ~ "_days" us 0 ["days" "d" 1.0]
    /// Hours worked in a year, h/a.
    HoursPerYear.hours_per_year ~ "_hours_per_year" us 0 ["hours_per_year" "h/a" 1.0]
    /// Volume of a bath, m³.
    BathVolume.m3 ~ "_m3" us 1 ["m3" "m³" 1.0, "gal" "gal" 0.003785411784, "l" "L" 0.001]
    /// Open surface of the plating tanks, m².
    TankSurface.m2 ~ "_m2" us 1 ["m2" "m²" 1.0, "ft2" "ft²" 0.09290304]
    /// Area of a load or a plant, m².
    PlantArea.m2 ~ "_m2" us 1 ["m2" "m²" 1.0, "ft2" "ft²" 0.09290304]
    /// Area plated in an hour, m²/h.
    AreaPerHour.m2_per_h ~ "_m2_per_h" us 1 ["m2_per_h" "m²/h" 1.0, "ft2_per_h" "ft²/h" 0.09290304]
    /// Power per volume of bath, kW/m³.
    PowerPerVolume.kw_per_m3 ~ "_kw_per_m3" us 0 ["kw_per_m3" "kW/m³" 1.0]
    /// Extracted air per surface of the bath, m³/(s·m²), which is a velocity.
    AirFlow.m3_per_s_per_m2 ~ "_m3_per_s_per_m2" us 1 ["m3_per_s_per_m2" "m³/(s·m²)" 1.0, "cfm_per_ft2" "ft³/(min·ft²)" 0.00508]
    /// Pressure of air, Pa.
    Pressure.pa ~ "_pa" us 1 ["pa" "Pa" 1.0, "inh2o" "inH₂O" 249.08891, "kpa" "kPa" 1000.0, "mbar" "mbar" 100.0, "mmh2o" "mmH₂O" 9.80665]
    /// Difference of temperatures, K.
    TemperatureDifference.k ~ "_k" us 1 ["k" "K" 1.0, "f" "°F" 0.555555555555555556]
    /// Energy per mass of metal, kWh/kg.
    SpecificEnergy.kwh_per_kg ~ "_kwh_per_kg" us 1 ["kwh_per_kg" "kWh/kg" 1.0, "kwh_per_lb" "kWh/lb" 2.20462262184877581]
    /// An angle: latitude, longitude, tilt, bearing, °.
    Angle.deg ~ "_deg" us 0 ["deg" "°" 1.0]
    /// Light on a square metre in a day, kWh/(m²·d).
    DailyLight.kwh_per_m2_day ~ "_kwh_per_m2_day" us 0 ["kwh_per_m2_day" "kWh/(m²·d)" 1.0, "mj_per_m2_day" "MJ/(m²·d)" 0.277777777777777778]
    /// Light on a square metre in a year, kWh/(m²·a).
    AnnualLight.kwh_per_m2_year ~ "_kwh_per_m2_year" us 0 ["kwh_per_m2_year" "kWh/(m²·a)" 1.0]
    /// Speed of the wind, m/s.
    WindSpeed.m_per_s ~ "_m_per_s" us 1 ["m_per_s" "m/s" 1.0, "mph" "mph" 0.44704, "km_per_h" "km/h" 0.277777777777777778]
    /// Rated power of photovoltaic modules, kWp.
    PeakPower.kwp ~ "_kwp" us 0 ["kwp" "kWp" 1.0, "mwp" "MWp" 1000.0]
    /// Electric power, kW.
    Power.kw ~ "_kw" us 0 ["kw" "kW" 1.0, "w" "W" 0.001, "mw" "MW" 1000.0]
    /// Electricity of a plant in a month or a year, kWh, read in MWh.
    PlantEnergy.kwh ~ "_kwh" us 1 ["kwh" "kWh" 1.0, "mwh" "MWh" 1000.0, "ten_mwh" "10 MWh" 10000.0]
    /// Alternating current of a year per rated power, kWh/kWp.
    SpecificYield.kwh_per_kwp ~ "_kwh_per_kwp" us 0 ["kwh_per_kwp" "kWh/kWp" 1.0]
    /// Roof per rated power, m²/kWp.
    RoofPerPeak.m2_per_kwp ~ "_m2_per_kwp" us 1 ["m2_per_kwp" "m²/kWp" 1.0, "ft2_per_kwp" "ft²/kWp" 0.09290304]
    /// Change of power by temperature, 1/K, read in per cent.
    PerKelvin.per_k ~ "_per_k" us 1 ["per_k" "1/K" 1.0, "percent_per_k" "%/K" 0.01]
    /// Price per rated power, CNY/Wp.
    MoneyPerPeak.cny_per_wp ~ "_cny_per_wp" us 0 ["cny_per_wp" "CNY/Wp" 1.0]
    /// Cost a year per rated power, CNY/(Wp·a).
    MoneyPerPeakYear.cny_per_wp_year ~ "_cny_per_wp_year" us 0 ["cny_per_wp_year" "CNY/(Wp·a)" 1.0]
    /// Price of a month's largest demand, CNY/(kW·month).
    MoneyPerDemand.cny_per_kw_month ~ "_cny_per_kw_month" us 0 ["cny_per_kw_month" "CNY/(kW·mo)" 1.0]
    /// An investment or its return, CNY, read in millions, in Chinese in units of ten thousand.
    Capital.cny ~ "_cny" us 0 ["cny" "CNY" 1.0, "million_cny" "million CNY" 1000000.0, "wan_cny" "10,000 CNY" 10000.0]
    /// Area of a section, mm².
    SectionArea.mm2 ~ "_mm2" us 1 ["mm2" "mm²" 1.0, "in2" "in²" 645.16, "cm2" "cm²" 100.0]
    /// Volume of a part, cm³.
    SolidVolume.cm3 ~ "_cm3" us 1 ["cm3" "cm³" 1.0, "in3" "in³" 16.387064, "mm3" "mm³" 0.001]
    /// Area of parts per mass, m²/kg.
    AreaPerMass.m2_per_kg ~ "_m2_per_kg" us 2 ["m2_per_kg" "m²/kg" 1.0, "dm2_per_kg" "dm²/kg" 0.01, "ft2_per_lb" "ft²/lb" 0.204816143622521693]
    /// Area of a thousand pieces, m²/1000.
    AreaPerThousand.m2_per_1000 ~ "_m2_per_1000" us 1 ["m2_per_1000" "m²/1000" 1.0, "ft2_per_1000" "ft²/1000" 0.09290304]
    /// Mass of parts per volume of their heap, kg/L.
    BulkDensity.kg_per_l ~ "_kg_per_l" us 1 ["kg_per_l" "kg/L" 1.0, "lb_per_ft3" "lb/ft³" 0.0160184633739601, "kg_per_m3" "kg/m³" 0.001]
    /// Mass of parts handled in an hour, kg/h.
    MassPerHour.kg_per_h ~ "_kg_per_h" us 1 ["kg_per_h" "kg/h" 1.0, "lb_per_h" "lb/h" 0.45359237]
    /// What is asked for a piece, in the currency of an offer: always with four decimals.
    PricePerPiece.price ~ "" us 0 ["price" "" 1.0]
    /// What is asked for a line or in all, in the currency of an offer: always with two decimals.
    Price.price ~ "" us 0 ["price" "" 1.0]
    /// Concentration of a pollutant in water, mg/L.
    MassConcentration.mg_per_l ~ "_mg_per_l" us 0 ["mg_per_l" "mg/L" 1.0, "ug_per_l" "µg/L" 0.001, "g_per_l" "g/L" 1000.0]
    /// Mass of a pollutant or a material in a time, kg/h. A year has 8,760 hours.
    MassFlow.kg_per_h ~ "_kg_per_h" us 1 ["kg_per_h" "kg/h" 1.0, "lb_per_h" "lb/h" 0.45359237, "g_per_h" "g/h" 0.001, "kg_per_day" "kg/d" 0.0416666666666666667, "t_per_year" "t/a" 0.114155251141552511]
    /// Volume of water in a time, m³/h.
    VolumeFlow.m3_per_h ~ "_m3_per_h" us 1 ["m3_per_h" "m³/h" 1.0, "gal_per_min" "gal/min" 0.22712470704, "l_per_h" "L/h" 0.001, "l_per_min" "L/min" 0.06, "m3_per_day" "m³/d" 0.0416666666666666667]
    /// Mass of goods, of a material or of a waste, t.
    Tonnes.t ~ "_t" us 0 ["t" "t" 1.0, "kg" "kg" 0.001, "lb" "lb" 0.00045359237]
    /// Acidity of a solution, pH.
    Acidity.ph ~ "" us 0 ["ph" "" 1.0]
    /// Greenhouse gas, t CO₂e.
    Emission.t_co2e ~ "_t_co2e" us 0 ["t_co2e" "t CO₂e" 1.0, "kg_co2e" "kg CO₂e" 0.001]
    /// Greenhouse gas per mass and distance of a transport, kg CO₂e/(t·km).
    EmissionPerTransport.kg_per_t_km ~ "_kg_per_t_km" us 0 ["kg_per_t_km" "kg CO₂e/(t·km)" 1.0]
    /// Loss of a coating by corrosion, µm/a.
    CorrosionRate.um_per_year ~ "_um_per_year" us 1 ["um_per_year" "µm/a" 1.0, "mil_per_year" "mil/a" 25.4]
    /// What settles from the air on a surface, chloride or sulphur dioxide, mg/(m²·d).
    Deposition.mg_per_m2_day ~ "_mg_per_m2_day" us 0 ["mg_per_m2_day" "mg/(m²·d)" 1.0]
    /// Mass of one thing per mass of another, kg/kg.
    MassPerMass.kg_per_kg ~ "_kg_per_kg" us 0 ["kg_per_kg" "kg/kg" 1.0]
}

impl Dimension {
    /// The unit that a reader of `system` expects. Shares are read in per cent and a plant's electricity in MWh by everybody, surfaces in m² but for US readers.
    pub fn preferred(self, system: super::System) -> usize {
        match (self, system) {
            (Self::Fraction | Self::PerKelvin | Self::PlantEnergy, _)
            | (Self::Surface, super::System::Metric) => 1,
            (_, super::System::Metric) => 0,
            (_, super::System::Us) => self.us_unit(),
        }
    }

    /// The unit in which a result is read. Large money has names of its own in each language.
    pub fn read_in(self, language: Language, system: super::System) -> usize {
        match (self, language) {
            (Self::Capital, Language::En) => 1,
            (Self::Capital, Language::Zh) => 2,
            _ => self.preferred(system),
        }
    }

    /// The canonical unit.
    pub fn canonical(self) -> Unit {
        self.unit(0)
    }

    /// The unit of a position, or the canonical one where there is none.
    pub fn unit(self, position: usize) -> Unit {
        match (self.units().get(position), self.units()) {
            (Some(unit), _) | (None, [unit, ..]) => *unit,
            (None, []) => Unit { id: "", symbol: "", factor: 1.0, offset: 0.0 },
        }
    }

    /// The position of the unit with this name.
    pub fn position(self, id: &str) -> Option<usize> {
        self.units().iter().position(|unit| unit.id == id)
    }
}

//! What a photovoltaic plant on a factory roof costs to build and to keep, how it ages, and how its money is reckoned.

use super::sources::{CPIA, EMC, MODULE_WARRANTY};
use super::{Fact, Sure, estimate, example, fact, point};
use crate::units::Dimension::{Capital, Fraction, MoneyPerPeak, MoneyPerPeakYear, Years};
use crate::words::{Text, text};

const BUILD: Text = text("Commercial rooftop PV: investment", "工商业屋顶光伏投资");
const KEEP: Text = text("Commercial rooftop PV: O&M", "光伏运维");
const AGE: Text = text("Degradation of PV modules", "组件衰减");
const MONEY: Text = text("Commercial rooftop PV: economics", "光伏项目财务");
const TAX: Text = text("Commercial rooftop PV: loan and tax", "光伏项目贷款与税");
const OTHERS: Text = text("PV owned by a third party", "合同能源管理（第三方投资）");

figures! {
    /// Turn-key price, CNY/Wp with VAT.
    CAPEX = fact(MoneyPerPeak, 2.70, 2.2, 3.5, &CPIA, Sure::Secondary), BUILD, "Turnkey price, 2024" "EPC 造价（2024）";
    /// What does not grow with the size, CNY.
    CAPEX_FIXED = example(Capital, 0.0), BUILD, "Fixed part: not given" "固定投资（未给出）";
    /// Strengthening and corrosion protection of the roof, CNY/Wp.
    ROOF_WORKS = estimate(MoneyPerPeak, [0.0, 0.0, 0.5]), BUILD, "Strengthening and corrosion protection of the roof" "屋面加固与防腐";
    /// Subsidy, CNY.
    SUBSIDY = example(Capital, 0.0), BUILD, "Subsidy: none" "补贴（无）";
    /// Cleaning, inspection, insurance, CNY/(Wp·a).
    OPERATION = fact(MoneyPerPeakYear, 0.046, 0.03, 0.08, &CPIA, Sure::Secondary), KEEP, "Operation and maintenance, 2024" "运维费（2024）";
    /// Growth of that cost a year, 0 to 1.
    OPERATION_GROWTH = estimate(Fraction, [0.02, 0.0, 0.04]), KEEP, "O&M cost increase per year" "运维费年增长";
    /// New inverters, CNY/Wp.
    INVERTER = estimate(MoneyPerPeak, [0.15, 0.10, 0.25]), KEEP, "Inverter replacement" "更换逆变器";
    /// Year in which they are due.
    INVERTER_YEAR = estimate(Years, [13.0, 10.0, 15.0]), KEEP, "Year of inverter replacement" "更换年份";
    /// Loss of power in the first year, 0 to 1.
    FIRST_YEAR = fact(Fraction, 0.01, 0.01, 0.025, &MODULE_WARRANTY, Sure::Trade), AGE, "In year 1" "首年衰减";
    /// Loss in each further year, of the first power, 0 to 1.
    EACH_YEAR = fact(Fraction, 0.004, 0.0035, 0.0055, &MODULE_WARRANTY, Sure::Trade), AGE, "Per further year" "以后每年衰减";
    /// Years looked at.
    HORIZON = estimate(Years, [25.0, 20.0, 30.0]), MONEY, "Analysis period" "评价年限";
    /// Growth of the price of electricity a year, 0 to 1.
    PRICE_GROWTH = estimate(Fraction, [0.0, -0.02, 0.02]), MONEY, "Electricity price increase per year" "电价年增长";
    /// General inflation, 0 to 1.
    INFLATION = estimate(Fraction, [0.02, 0.0, 0.03]), MONEY, "Inflation" "通货膨胀率";
    /// Share of the investment that is borrowed, 0 to 1.
    LOAN = example(Fraction, 0.0), TAX, "Loan share: none" "贷款比例（无）";
    /// Interest of the loan, 0 to 1.
    LOAN_RATE = estimate(Fraction, [0.045, 0.03, 0.06]), TAX, "Loan interest rate" "贷款利率";
    /// Years of the loan.
    LOAN_YEARS = estimate(Years, [10.0, 5.0, 15.0]), TAX, "Loan term" "贷款年限";
    /// Income tax, 0 to 1: left out unless given.
    TAX_RATE = fact(Fraction, 0.0, 0.0, 0.25, &super::sources::GENERAL_KNOWLEDGE, Sure::Recalled), TAX, "Income tax: before tax; 25 %, or 15 % for high technology" "所得税率：默认税前；一般 25 %，高新 15 %";
    /// Years of depreciation, straight line.
    DEPRECIATION_YEARS = fact(Years, 20.0, 10.0, 20.0, &super::sources::GENERAL_KNOWLEDGE, Sure::Recalled), TAX, "Depreciation period" "折旧年限";
    /// Value left after it, 0 to 1.
    RESIDUAL = fact(Fraction, 0.05, 0.0, 0.05, &super::sources::GENERAL_KNOWLEDGE, Sure::Recalled), TAX, "Residual value" "残值率";
    /// Value added tax on electricity and equipment, 0 to 1.
    VAT = point(Fraction, 0.13, &super::sources::GENERAL_KNOWLEDGE, Sure::Recalled), TAX, "Value added tax" "增值税率";
    /// What the plant pays the owner for electricity it uses, by the tariff, 0 to 1.
    SHARE_OF_TARIFF = fact(Fraction, 0.735, 0.6, 0.9, &EMC, Sure::Secondary), OTHERS, "Price, share of tariff" "折扣电价（占目录电价）";
    /// Years after which it belongs to the plant.
    YEARS_OF_OTHERS = fact(Years, 20.0, 15.0, 25.0, &EMC, Sure::Secondary), OTHERS, "Transfer after" "移交前年限";
    /// Reduction of the bill that is asked for, 0 to 1.
    TARGET = example(Fraction, 0.3), MONEY, "Target reduction, as claimed by a plant in Cixi" "目标降幅（据慈溪一家工厂的说法）";
}

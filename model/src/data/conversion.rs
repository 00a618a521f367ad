//! What leaving cyanide takes: investment per cubic metre of bath, the days it stands still, the weeks it learns, and how money is reckoned.

use super::{Fact, estimate, example};
use crate::units::Dimension::{
    AnnualMass, Days, Fraction, MoneyPerArea, MoneyPerWater, Months, Ratio, Years,
};
use crate::words::{Text, text};

const CONVERSION: Text = text("Conversion, per m³ of bath", "工艺转换，按每 m³ 镀液");
const ACID: Text = text("Conversion to an acid bath, per m³ of bath", "转为酸性工艺，按每 m³ 镀液");
const DECONTAMINATION: Text = text("Decontamination of the cyanide tanks", "含氰槽体清洗去污");
const CHANGE: Text = text("While the line changes over", "转换期间");
const MONEY: Text = text("Money", "财务");
const PLANT: Text = text("Rest of the plant", "全厂其余部分");

figures! {
    /// Making up the new bath, CNY/m³.
    BATH_CHANGE = estimate(MoneyPerWater, [1000.0, 600.0, 1300.0]), CONVERSION, "New bath" "新配镀液";
    /// Tank that dissolves zinc without current, CNY/m³.
    ZINC_GENERATOR = estimate(MoneyPerWater, [12_000.0, 4000.0, 20_000.0]), CONVERSION, "Zinc generator tank" "溶锌槽";
    /// Filters, CNY/m³.
    FILTRATION = estimate(MoneyPerWater, [5000.0, 1500.0, 8000.0]), CONVERSION, "Filtration" "过滤设备";
    /// Chiller, CNY/m³.
    CHILLER = estimate(MoneyPerWater, [8000.0, 3000.0, 14_000.0]), CONVERSION, "Chiller" "冷冻机";
    /// Better soak and electrolytic cleaning, CNY/m³.
    CLEANER = estimate(MoneyPerWater, [5000.0, 1500.0, 8000.0]), CONVERSION, "Better cleaning and electrocleaning" "强化除油与电解除油";
    /// Lining of tanks against acid chloride, CNY/m³.
    LINING = estimate(MoneyPerWater, [20_000.0, 9000.0, 30_000.0]), ACID, "Lining of the tanks" "槽体衬里";
    /// Titanium baskets and coils, CNY/m³.
    TITANIUM = estimate(MoneyPerWater, [20_000.0, 9000.0, 32_000.0]), ACID, "Titanium baskets and coils" "钛篮与钛盘管";
    /// Fume extraction and corrosion protection, CNY/m³.
    PROTECTION = estimate(MoneyPerWater, [25_000.0, 12_000.0, 38_000.0]), ACID, "Fume extraction and corrosion protection" "抽风与防腐改造";
    /// Rinse water that has to be treated by the volume of the old bath.
    DECONTAMINATION_VOLUMES = estimate(Ratio, [3.5, 2.0, 5.0]), DECONTAMINATION, "Rinse water by volume of the bath" "清洗水量与镀液体积之比";
    /// Treating that water, CNY/m³.
    DECONTAMINATION_PRICE = estimate(MoneyPerWater, [50.0, 40.0, 60.0]), DECONTAMINATION, "Treatment of that water" "该清洗水处理费";
    /// Days without production.
    DOWNTIME = estimate(Days, [7.0, 3.0, 21.0]), CHANGE, "Days without production" "停产天数";
    /// Contribution margin of a square metre that is not plated, CNY/m².
    MARGIN = estimate(MoneyPerArea, [3.0, 1.0, 6.0]), CHANGE, "Contribution margin lost per area" "单位面积损失的边际贡献";
    /// Months until rejects are as usual.
    START_UP = estimate(Months, [3.0, 1.0, 6.0]), CHANGE, "Months with more rejects" "不合格率偏高的月数";
    /// Share rejected in those months, 0 to 1.
    START_UP_REJECTS = estimate(Fraction, [0.035, 0.02, 0.05]), CHANGE, "Share rejected in them" "其间不合格率";
    /// Years looked at.
    HORIZON = estimate(Years, [10.0, 5.0, 15.0]), MONEY, "Years looked at" "评价年限";
    /// Nominal discount rate, 0 to 1.
    DISCOUNT_RATE = estimate(Fraction, [0.08, 0.05, 0.12]), MONEY, "Discount rate, nominal" "名义折现率";
    /// Highly toxic chemicals that the plant uses elsewhere, kg/a.
    OTHER_HIGHLY_TOXIC = example(AnnualMass, 0.0), PLANT, "Highly toxic chemicals used elsewhere" "其他剧毒化学品年用量";
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "sums of whole numbers")]
mod tests {
    use super::*;

    /// 0.1–0.5 million for a line of 10 m³ on the way to alkaline zinc, 0.3–1 million more to acid, as judged.
    #[test]
    fn items_add_up_to_what_a_line_of_ten_cubic_metres_was_judged_to_cost() {
        let sum = |items: &[&Fact]| {
            items.iter().fold((0.0, 0.0, 0.0), |sum, item| {
                (sum.0 + item.value, sum.1 + item.low, sum.2 + item.high)
            })
        };
        assert_eq!(
            sum(&[&ZINC_GENERATOR, &FILTRATION, &CHILLER, &CLEANER]),
            (30_000.0, 10_000.0, 50_000.0)
        );
        assert_eq!(sum(&[&LINING, &TITANIUM, &PROTECTION]), (65_000.0, 30_000.0, 100_000.0));
    }
}

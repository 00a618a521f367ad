//! A plating line to start from. It is an example of ours, nobody's line, so most of it has no range: it is known where it stands.

use super::{Fact, estimate, example};
use crate::units::Dimension::{
    BathVolume, Count, Current, Fraction, HoursPerYear, Minutes, PlantArea, TankSurface, Thickness,
};
use crate::words::{Text, text};

const LINE: Text = text("Line to start from", "示例生产线");

figures! {
    /// Plating stations.
    STATIONS = example(Count, 6.0), LINE, "Plating stations" "电镀工位数";
    /// Area of a load on racks, m².
    LOAD_AREA_RACK = example(PlantArea, 6.0), LINE, "Area of a load on racks" "挂镀每槽装载面积";
    /// Area of a load in a barrel, m².
    LOAD_AREA_BARREL = example(PlantArea, 10.0), LINE, "Area of a load in a barrel" "滚镀每筒装载面积";
    /// Time a station stands without current between two loads, min.
    TRANSFER = example(Minutes, 2.0), LINE, "Transfer, a station without current" "转运时间（工位断电）";
    /// Shortest takt of the rest of the line, min.
    OTHER_TAKT = example(Minutes, 5.0), LINE, "Shortest takt of the rest of the line" "其余工序最短节拍";
    /// Rectifier of a station, A.
    RECTIFIER = example(Current, 3000.0), LINE, "Rectifier of a station" "每工位整流器额定电流";
    /// Share of the hours in which the line runs, 0 to 1.
    UPTIME = estimate(Fraction, [0.80, 0.65, 0.90]), LINE, "Uptime" "开动率";
    /// Hours worked in a year, h/a.
    HOURS = example(HoursPerYear, 4800.0), LINE, "Hours worked in a year" "年工作小时";
    /// People on the line at a time.
    CREW = estimate(Count, [4.0, 3.0, 6.0]), LINE, "People on the line" "每班人数";
    /// Least thickness on the significant surface that is compared, µm.
    MINIMUM_THICKNESS = example(Thickness, 8.0), LINE, "Minimum thickness compared" "比较用最小厚度";
    /// Mean thickness that is compared, µm.
    AVERAGE_THICKNESS = example(Thickness, 8.0), LINE, "Average thickness compared" "比较用平均厚度";
    /// Good area plated in a year, m².
    ANNUAL_AREA = example(PlantArea, 200_000.0), LINE, "Area plated in a year" "年电镀面积";
    /// Volume of the plating bath, m³.
    BATH_VOLUME = example(BathVolume, 20.0), LINE, "Volume of the bath" "镀液体积";
    /// Open surface of the plating tanks, m².
    TANK_SURFACE = example(TankSurface, 16.0), LINE, "Surface of the plating tanks" "镀槽液面面积";
}

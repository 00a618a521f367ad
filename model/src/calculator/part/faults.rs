//! What can be wrong with a part, and only with a part.

use crate::calculator::Fault;
use crate::words::text;

/// No standard has this screw in this size.
pub const NO_SUCH_SIZE: Fault = Fault::Own(
    "no_such_size",
    text(
        "There is no standard screw of this kind for this thread: give the sizes of its head and socket.",
        "该螺纹规格没有此类标准螺钉：请填写头部与内六角孔的尺寸。",
    ),
);
/// More is kept free than there is.
pub const NOTHING_PLATED: Fault = Fault::Own(
    "nothing_plated",
    text(
        "As much or more is kept free than the piece has: nothing is left to plate.",
        "不镀面积不小于工件表面积：没有可镀的面积。",
    ),
);
/// A part without metal.
pub const NO_METAL: Fault = Fault::Own(
    "no_metal",
    text(
        "With these sizes the part has no metal: check what is cut out of it.",
        "按这些尺寸工件没有金属：请核对孔与槽的尺寸。",
    ),
);
/// A model that is not closed has no volume.
pub const NO_VOLUME: Fault = Fault::Own(
    "no_volume",
    text(
        "The model's surface is not closed, or its volume was not given: close it in your CAD program, or weigh a piece and give its mass divided by its density.",
        "模型表面未闭合或未给出体积：请在 CAD 软件中修复，或称量一件，填写质量除以密度所得的体积。",
    ),
);

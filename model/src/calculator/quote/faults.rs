//! What can be wrong with a quote, and only with a quote.

use crate::calculator::Fault;
use crate::words::text;

/// Quantities that are not whole, or do not rise.
pub const NOT_RISING: Fault = Fault::Own(
    "not_rising",
    text("Give whole quantities, each larger than the one before.", "请填写整数数量，逐档递增。"),
);
/// No record of what was quoted, or one of other lines.
pub const BAD_RECORD: Fault = Fault::Own(
    "bad_record",
    text(
        "The prices that were quoted cannot be read: this quote came damaged. Ask for it once more.",
        "无法读取已报价格：该报价已损坏，请索取一份新的。",
    ),
);
/// Not one piece fits into a load.
pub const NOTHING_FITS: Fault = Fault::Own(
    "nothing_fits",
    text(
        "Not even one piece fits into a load of this shop: see its barrel and its rectifier.",
        "按本厂条件一槽连一件也装不下：请核对滚筒与整流器。",
    ),
);
/// A price that no quote can hold.
pub const NO_PRICE: Fault = Fault::Own(
    "no_price",
    text(
        "With these inputs the price is larger than a quote can hold.",
        "按这些输入，价格超出报价单可容纳的范围。",
    ),
);

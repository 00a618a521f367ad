use crate::support::{answer_to, calculator_page, metric, plating_time, report_of, until_answer};
use browser_tests::Outcome;
use platewise_model::words::Language;
use serde_json::Value;

#[test]
fn each_example_gives_the_models_answer_and_says_what_it_teaches() -> Outcome {
    let tab = calculator_page()?;
    let presets = plating_time()?.presets();
    assert_eq!(tab.count("#example option")?, presets.len() + 1, "the examples, and none");
    for preset in presets {
        let inputs: Value = preset
            .inputs
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.to_json()))
            .collect();
        tab.choose("#example", preset.id)?;
        until_answer(&tab, &answer_to(inputs.clone(), metric(Language::En))?)?;
        tab.until_text("#example-say", preset.teaches.en)?;
        for judgement in &report_of(inputs)?.judgements {
            let item = format!("#judgements li[data-judgement=\"{}\"]", judgement.id);
            assert!(
                tab.attribute(&item, "class")?.is_some_and(|class| class
                    .split(' ')
                    .any(|class| class == judgement.level.id())),
                "{}: {item}",
                preset.id
            );
        }
        assert!(!tab.shows("#notices")?);
    }
    assert_eq!(tab.console()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn eight_micrometres_on_an_m8_thread_raise_the_alarm_and_five_do_not() -> Outcome {
    let tab = calculator_page()?;
    tab.choose("#example", "m8_a3c")?;
    tab.until_shown("#judgements li.alarm[data-judgement=thread_too_thick]")?;
    tab.choose("#example", "m8_trivalent")?;
    tab.until_hidden("#judgements li[data-judgement=thread_too_thick]")
}

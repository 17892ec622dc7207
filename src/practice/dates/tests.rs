use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::*;

fn read(text: &str, order: Order) -> String {
    date(text, order, Schemas::builtin()).unwrap_or_default()
}

#[test]
fn dates_are_as_precise_as_written() {
    for (text, expected) in [
        ("2017", "2017"),
        ("April 2018", "2018-04"),
        ("Mai 2008", "2008-05"),
        ("Gennaio 2021", "2021-01"),
        ("settembre\u{a0}2019", "2019-09"),
        ("mese di aprile 2018", ""),
        ("aprile dell'anno 2018", "2018-04"),
        ("29 gennaio 2021", "2021-01-29"),
        ("29. Januar 2021", "2021-01-29"),
        ("1. März 2020", "2020-03-01"),
        ("Jänner 2021", "2021-01"),
        ("29 de enero de 2021", "2021-01-29"),
        ("1º de marzo de 2020", "2020-03-01"),
        ("1° marzo 2020", "2020-03-01"),
        ("1 de octubre del 2018", "2018-10-01"),
        ("octubre de 2018", "2018-10"),
        ("1er janvier 2020", "2020-01-01"),
        ("1er août 2020", "2020-08-01"),
        ("janv. 2020", "2020-01"),
        ("15 de março de 2020", "2020-03-15"),
        ("1 d'octubre de 2018", "2018-10-01"),
        ("març de 2019", "2019-03"),
        ("15 Μαρτίου 2020", "2020-03-15"),
        ("Μάρτιος 2020", "2020-03"),
        ("ΜΆΡΤΙΟΣ 2020", "2020-03"),
        ("1η Ιουνίου 2020", "2020-06-01"),
        ("January 29, 2021", "2021-01-29"),
        ("January 29th, 2021", "2021-01-29"),
        ("29th January 2021", "2021-01-29"),
        ("29th of January, 2021", "2021-01-29"),
        ("Jan 29 2021", "2021-01-29"),
        ("Sept. 2019", "2019-09"),
        ("Friday, 29 January 2021", "2021-01-29"),
        ("venerdì 29 gennaio 2021", "2021-01-29"),
        ("29-Jan-2021", "2021-01-29"),
        ("Jan-2021", "2021-01"),
        ("12.04.2019", "2019-04-12"),
        ("12. 04. 2019", "2019-04-12"),
        ("12/04/2019", "2019-04-12"),
        ("1/10/2018", "2018-10-01"),
        ("29-01-2021", "2021-01-29"),
        ("2021/01/29", "2021-01-29"),
        ("2021-01-29", "2021-01-29"),
        ("2021-01", "2021-01"),
        ("04/2019", "2019-04"),
        ("04.2019", "2019-04"),
        ("29.02.2020", "2020-02-29"),
        ("spring 2018", "2018"),
        ("Anfang März 2018", "2018-03"),
        ("mid-2018", "2018"),
        ("primo semestre 2018", "2018"),
    ] {
        assert_eq!(read(text, Order::DayFirst), expected, "{text}");
        let iso = (!expected.is_empty()).then(|| read(expected, Order::Unknown));
        assert_eq!(iso.unwrap_or_default(), expected, "{expected} again");
    }
}

#[test]
fn what_is_no_date_is_none() {
    for text in [
        "",
        " ",
        "in via di definizione",
        "2018 - 2020",
        "31.02.2020",
        "30 febbraio 2020",
        "2021-02-29",
        "29/13/2020",
        "00.05.2020",
        "12.04.19",
        "12/04/19",
        "2019/20",
        "10/18",
        "before 2010",
        "vor 2010",
        "circa 2015",
        "2018a",
        "1200/2",
        "December",
        "29 January",
        "12.04.2019.5",
        "20180401",
    ] {
        for order in [Order::DayFirst, Order::MonthFirst, Order::Unknown] {
            assert_eq!(read(text, order), "", "{text}");
        }
    }
}

#[test]
fn the_order_decides_where_two_dates_are_possible() {
    for (text, day_first, month_first, unknown) in [
        ("04/05/2019", "2019-05-04", "2019-04-05", ""),
        ("04-05-2019", "2019-05-04", "2019-04-05", ""),
        ("04.05.2019", "2019-05-04", "2019-05-04", "2019-05-04"),
        ("05/05/2019", "2019-05-05", "2019-05-05", "2019-05-05"),
        ("30/09/2020", "2020-09-30", "", "2020-09-30"),
        ("09/30/2020", "", "2020-09-30", "2020-09-30"),
        ("2021/01/02", "2021-01-02", "2021-01-02", "2021-01-02"),
    ] {
        let all = [Order::DayFirst, Order::MonthFirst, Order::Unknown].map(|order| read(text, order));
        assert_eq!(all, [day_first, month_first, unknown], "{text}");
    }
    let ambiguous = |text| is_ambiguous(text, Schemas::builtin());
    assert!(ambiguous("04/05/2019") && ambiguous("12.04.19"));
    assert!(!ambiguous("31.02.2020") && !ambiguous("30/09/2020") && !ambiguous("soon"));
}

#[test]
fn the_year_is_sure_in_any_order() {
    for (text, year) in
        [("04/05/2019", Some(2019)), ("09/30/2020", Some(2020)), ("Mai 2008", Some(2008)), ("1.5.19", None)]
    {
        assert_eq!(year_of(text, Schemas::builtin()), year, "{text}");
    }
}

/// `start`, `end`, `alone`, `ongoing` and what is left, in brackets each.
fn told(text: &str) -> String {
    let period = match period(text, Schemas::builtin()) {
        Timing::Read(period) => period,
        Timing::Unread => return "unread".into(),
        Timing::Duration => return "duration".into(),
        Timing::Nothing => return "nothing".into(),
    };
    let part = |name: &str, part: &Option<Part>| {
        let Some(Part { own, shared }) = part else { return String::new() };
        let shared = shared.clone().map(|shared| format!("+{}", &text[shared])).unwrap_or_default();
        format!("{name}[{}{shared}]", &text[own.clone()])
    };
    let words = |name: &str, range: &std::ops::Range<usize>| format!("{name}[{}]", &text[range.clone()]);
    let mut told = part("start", &period.start) + &part("end", &period.end) + &part("alone", &period.lone);
    told.extend(period.ongoing.iter().map(|range| words("ongoing", range)));
    told.extend(period.rest.iter().map(|range| words("rest", range)));
    told
}

#[test]
fn periods_are_read_to_the_byte() {
    for (text, expected) in [
        ("2018 - laufend", "alone[2018]ongoing[laufend]"),
        ("2018 – laufend", "alone[2018]ongoing[laufend]"),
        ("settembre 2019 - in corso", "alone[settembre 2019]ongoing[in corso]"),
        ("2015 – present", "alone[2015]ongoing[present]"),
        ("desde 2015 (actualidad)", "start[2015]ongoing[actualidad]"),
        ("desde 2015 hasta la actualidad", "start[2015]ongoing[hasta la actualidad]"),
        ("in corso dal 2018", "start[2018]ongoing[in corso]"),
        ("laufend seit 2015", "start[2015]ongoing[laufend]"),
        ("in corso", "ongoing[in corso]"),
        ("non più in corso", "nothing"),
        ("no longer ongoing", "nothing"),
        ("dal 01/10/2018 al 30/09/2020", "start[01/10/2018]end[30/09/2020]"),
        ("24 mesi (01/10/2018 - 30/09/2020)", "start[01/10/2018]end[30/09/2020]rest[24 mesi]"),
        ("Ottobre 2018 – settembre 2020 (24 mesi)", "start[Ottobre 2018]end[settembre 2020]rest[24 mesi]"),
        ("from April 2018 to March 2020", "start[April 2018]end[March 2020]"),
        ("between 2015 and 2018", "start[2015]end[2018]"),
        ("tra il 2015 e il 2018", "start[2015]end[2018]"),
        ("2015 and 2018", "unread"),
        ("01/2018–12/2019", "start[01/2018]end[12/2019]"),
        ("2017-2020", "start[2017]end[2020]"),
        ("2017/2020", "start[2017]end[2020]"),
        ("2018-04 - 2019-05", "start[2018-04]end[2019-05]"),
        ("von 2015 bis 2018", "start[2015]end[2018]"),
        ("vom 1. Oktober 2018 bis zum 30. September 2020", "start[1. Oktober 2018]end[30. September 2020]"),
        ("01.10.2018 bis 30.09.2020", "start[01.10.2018]end[30.09.2020]"),
        ("du 1er octobre 2018 au 30 septembre 2020", "start[1er octobre 2018]end[30 septembre 2020]"),
        (
            "del 1 de octubre de 2018 al 30 de septiembre de 2020",
            "start[1 de octubre de 2018]end[30 de septiembre de 2020]",
        ),
        ("de 2015 a 2018", "start[2015]end[2018]"),
        ("des de 2015", "start[2015]"),
        ("des d'octubre de 2018 fins al setembre de 2020", "start[octubre de 2018]end[setembre de 2020]"),
        ("από 1 Οκτωβρίου 2018 έως 30 Σεπτεμβρίου 2020", "start[1 Οκτωβρίου 2018]end[30 Σεπτεμβρίου 2020]"),
        ("2018 – σήμερα", "alone[2018]ongoing[σήμερα]"),
        ("depuis 2016", "start[2016]"),
        ("since 2016", "start[2016]"),
        ("seit 2015", "start[2015]"),
        ("dal mese di aprile 2018", "start[aprile 2018]"),
        ("anno 2017", "alone[2017]"),
        ("until 2020", "end[2020]"),
        ("bis 30.09.2020", "end[30.09.2020]"),
        ("April 2018", "alone[April 2018]"),
        ("2018 –", "alone[2018]"),
        ("– 2020", "unread"),
        ("September – December 2019", "start[September+2019]end[December 2019]"),
        ("dal 1 al 30 giugno 2020", "start[1+giugno 2020]end[30 giugno 2020]"),
        ("12-15 May 2019", "start[12+May 2019]end[15 May 2019]"),
        ("dal 1 ottobre al 31 dicembre 2019", "start[1 ottobre+2019]end[31 dicembre 2019]"),
        ("01.10. – 31.12.2019", "start[01.10.+2019]end[31.12.2019]"),
        ("dicembre – gennaio 2020", "unread"),
        ("36 months", "duration"),
        ("24-36 mesi", "duration"),
        ("da 6 a 12 mesi", "duration"),
        ("1200 ore", "duration"),
        ("2000 ore", "unread"),
        ("circa 2018", "unread"),
        ("Ende 2018", "unread"),
        ("before 2010", "unread"),
        ("prima del 2010", "unread"),
        ("2017, 2018, 2019", "unread"),
        ("2019 e 2020", "unread"),
        ("2019/20", "unread"),
        ("2010-12", "unread"),
        ("2018-04", "alone[2018-04]"),
        ("10/18 – 09/20", "unread"),
        ("31.02.2020 – 30.09.2020", "start[31.02.2020]end[30.09.2020]"),
        ("01/10/18 – 30/09/20", "start[01/10/18]end[30/09/20]"),
        ("dal 2018 per 24 mesi", "start[2018]rest[per 24 mesi]"),
        ("the year of the wolf", "nothing"),
        ("", "nothing"),
    ] {
        assert_eq!(told(text), expected, "{text}");
    }
}

#[test]
fn periods_stand_in_sentences_of_every_language() {
    for (text, expected) in [
        ("It started in April 2018 and ended in March 2020.", "start[April 2018]end[March 2020]rest[It]"),
        ("It began in 2016 and is still running.", "start[2016]ongoing[and is still running]rest[It]"),
        ("April 2018 until further notice", "alone[April 2018]ongoing[until further notice]"),
        ("È iniziato nell'aprile 2018 e si è concluso nel marzo 2020", "start[aprile 2018]end[marzo 2020]"),
        (
            "a decorrere dal 1° gennaio 2019, a tempo indeterminato",
            "start[1° gennaio 2019]ongoing[a tempo indeterminato]",
        ),
        ("Comenzó en abril de 2018 y finalizó en marzo de 2020", "start[abril de 2018]end[marzo de 2020]"),
        ("desde 2014 y continúa", "start[2014]ongoing[y continúa]"),
        ("Startete im April 2018 und endete im März 2020.", "start[April 2018]end[März 2020]"),
        ("seit Oktober 2020, wird fortgesetzt", "start[Oktober 2020]ongoing[wird fortgesetzt]"),
        ("A débuté en 2017 et s'est terminé en 2019", "start[2017]end[2019]"),
        (
            "Elle a commencé en septembre 2019 et elle continue.",
            "start[septembre 2019]ongoing[et elle continue]rest[Elle]",
        ),
        ("Teve início em abril de 2018 e terminou em março de 2020", "start[abril de 2018]end[março de 2020]"),
        ("va començar el 2015 i continua", "start[2015]ongoing[i continua]"),
        (
            "Ξεκίνησε τον Απρίλιο του 2018 και ολοκληρώθηκε τον Μάρτιο του 2020",
            "start[Απρίλιο του 2018]end[Μάρτιο του 2020]",
        ),
        ("από το 2018 και συνεχίζεται", "start[2018]ongoing[και συνεχίζεται]"),
        ("from September 2019 onwards", "start[September 2019]"),
        ("du 1er mars 2019 au 28 février 2021 inclus", "start[1er mars 2019]end[28 février 2021]"),
        ("Beginn: 03/2018, Ende: 02/2020", "start[03/2018]end[02/2020]"),
        ("inizio: gennaio 2018; fine: dicembre 2019", "start[gennaio 2018]end[dicembre 2019]"),
        ("spring 2018 to mid-2019", "start[spring 2018]end[mid-2019]"),
        ("Frühjahr 2018 – Ende 2020", "start[Frühjahr 2018]end[2020]"),
        ("primavera de 2019 - otoño de 2020", "start[primavera de 2019]end[otoño de 2020]"),
        ("Άνοιξη 2019 – Φθινόπωρο 2020", "start[Άνοιξη 2019]end[Φθινόπωρο 2020]"),
        ("winter 2019/20", "unread"),
    ] {
        assert_eq!(told(text), expected, "{text}");
    }
}

#[test]
fn no_month_is_a_word_beside_dates_too() {
    let schemas = Schemas::builtin();
    for month in schemas.languages.iter().flat_map(|language| language.months.iter()).flat_map(|names| names.iter()) {
        assert_eq!(schemas.date_words.get(month.trim_end_matches('.')), None, "{month}");
    }
}

#[test]
fn a_month_name_is_one_month_in_every_language() {
    let schemas = Schemas::builtin();
    let all = || schemas.languages.iter().flat_map(|language| (1..).zip(language.months.iter()));
    for (month, name) in all().flat_map(|(month, names)| names.iter().map(move |name| (month, name))) {
        let others = all().filter(|(_, names)| names.contains(name));
        assert!(others.into_iter().all(|(other, _)| other == month), "{name}");
    }
}

/// Text of the pieces that dates are made of.
fn dateish() -> impl Strategy<Value = String> {
    let pieces = [
        "2018",
        "2019",
        "01",
        "31",
        "5",
        "24",
        "12.04.2019",
        "04/05/2019",
        "30/09/2020",
        "2021-01",
        "gennaio",
        "May",
        "Οκτωβρίου",
        "sept.",
        "1er",
        "dal",
        "al",
        "from",
        "to",
        "de",
        "between",
        "and",
        "in corso",
        "ongoing",
        "des de",
        "mesi",
        "no",
        "Friday",
        "-",
        "–",
        "/",
        ".",
        ",",
        "(",
        ")",
        " ",
        " ",
        " ",
        "'",
        "\u{a0}",
        "\u{ad}",
        "º",
        "anno",
        "\n",
    ];
    proptest::collection::vec(proptest::sample::select(pieces.to_vec()), 0..14).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(20_261_123), failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn a_date_is_itself_again(text in prop_oneof![any::<String>(), dateish(), "[0-9./ -]{0,12}"]) {
        for order in [Order::DayFirst, Order::MonthFirst, Order::Unknown] {
            if let Some(iso) = date(&text, order, Schemas::builtin()) {
                prop_assert!(is_iso(&iso));
                prop_assert_eq!(date(&iso, order, Schemas::builtin()), Some(iso));
            }
        }
    }

    /// What a period is made of lies apart and on the borders of characters, and every word of the text is in it or in the rest
    /// or a connective.
    #[test]
    fn the_parts_of_a_period_lie_apart(text in prop_oneof![any::<String>(), dateish()]) {
        if let Timing::Read(period) = period(&text, Schemas::builtin()) {
            let dates = [period.start, period.end, period.lone].into_iter().flatten();
            let mut ranges: Vec<_> = dates.map(|part| part.own).chain(period.ongoing).chain(period.rest).collect();
            ranges.sort_by_key(|range| range.start);
            prop_assert!(ranges.windows(2).all(|pair| pair[0].end <= pair[1].start));
            prop_assert!(ranges.iter().all(|range| text.get(range.clone()).is_some_and(|part| !part.trim().is_empty())));
        }
    }
}

//! Shapes of contacts as they stand in real sheets, with invented people.

use super::shown;

macro_rules! shapes {
    ($($test:ident: $text:expr => $people:expr;)*) => {
        $(#[test] fn $test() {
            let expected: &[&str] = &$people;
            assert_eq!(shown($text), expected, "in {:?}", $text);
        })*
    };
}

shapes! {
    role_in_brackets_and_another:
        "Ada Rossi (Responsabile settore Esempi Sociali di Regione Uno) e Bea Verdi (Responsabile Scuola Enne Uno)"
        => ["name=Ada Rossi | role=Responsabile settore Esempi Sociali di Regione Uno",
            "name=Bea Verdi | role=Responsabile Scuola Enne Uno"];
    organisation_of_two:
        "Ugo Rossi e Ada Verdi, Area comunicazione Esempio"
        => ["name=Ugo Rossi | org=Area comunicazione Esempio", "name=Ada Verdi | org=Area comunicazione Esempio"];
    organisation_and_address_in_brackets:
        "Gian Ugo Rossi, Esempio S.p.A. (gianugo.rossi@example.org)"
        => ["name=Gian Ugo Rossi | org=Esempio S.p.A. | email=gianugo.rossi@example.org"];
    address_on_a_line_of_its_own:
        "Pablo Ejemplo\n\nE-mail: pablo.ejemplo@example.org" => ["name=Pablo Ejemplo | email=pablo.ejemplo@example.org"];
    full_stops_divide:
        "- Adolfo Ejemplón. Responsable de Proyectos Europeos. Teléfono. 0034 697 000 364. Correo electrónico. adolfo@example.org\n\
         - Javier Ejémplez. Coordinador Autonómico para Villa y Costa. Teléfono 677000174. Correo electrónico. javier@example.org"
        => ["name=Adolfo Ejemplón | role=Responsable de Proyectos Europeos | email=adolfo@example.org | phone=0034 697 000 364",
            "name=Javier Ejémplez | role=Coordinador Autonómico para Villa y Costa | email=javier@example.org | phone=677000174"];
    connective_before_a_role:
        "Juan Ejemplo as a Head of International R&D projects, EXAMPLA. Jejemplo@example.org"
        => ["name=Juan Ejemplo | role=Head of International R&D projects | org=EXAMPLA | email=Jejemplo@example.org"];
    sub_labels_of_two_people:
        "Person who will participate in the webinar (researcher):\n\nName and surname: Fabiola Ejemplo de Mora\n\n\
         - E-mail: fab@example.org\n\n- Institution: Universidad Pablo de Ejemplo\n\nCoordinating contact person\n\n\
         - Name and surname: María Teresa Ejemplo Caro\n\n- E-mail: mt@example.org\n\n- Institution: Universidad Pablo de Ejemplo"
        => ["name=Fabiola Ejemplo de Mora | org=Universidad Pablo de Ejemplo | email=fab@example.org | note=Person who will participate in the webinar (researcher)",
            "name=María Teresa Ejemplo Caro | org=Universidad Pablo de Ejemplo | email=mt@example.org | note=Coordinating contact person"];
    bare_address: "m.esempio@example.org" => ["email=m.esempio@example.org"];
    bare_addresses: "a@example.org, b@example.org" => ["email=a@example.org", "email=b@example.org"];
    titles_and_initials:
        "Prof. Dott. J. R. Smith, Dr. Ada Rossi and Ms. Bea Verdi"
        => ["name=Prof. Dott. J. R. Smith", "name=Dr. Ada Rossi", "name=Ms. Bea Verdi"];
    department_with_and:
        "Ada Rossi, Ufficio Ricerca e Sviluppo, Comune di Esempio. Tel. 051/123456"
        => ["name=Ada Rossi | org=Ufficio Ricerca e Sviluppo, Comune di Esempio | phone=051/123456"];
    department_with_and_in_english:
        "Department of Health and Care\nAda Rossi, Project Manager\nada@example.org"
        => ["name=Ada Rossi | role=Project Manager | org=Department of Health and Care | email=ada@example.org"];
    lines_of_one_person:
        "Ada Rossi\nProject Manager\nExample Foundation\nExample Street 12, 40100 Exampletown\nPhone: +39 051 1234567\nFax: 051 7654321\nada@example.org"
        => ["name=Ada Rossi | role=Project Manager | org=Example Foundation | email=ada@example.org | phone=+39 051 1234567", "beside=Example Street 12, 40100 Exampletown | Fax: 051 7654321"];
    blocks_of_two_people:
        "Ada Rossi\nTel. 051 1234567\nada@example.org\n\nBea Verdi\nTel. 051 7654321\nbea@example.org"
        => ["name=Ada Rossi | email=ada@example.org | phone=051 1234567", "name=Bea Verdi | email=bea@example.org | phone=051 7654321"];
    address_before_the_name:
        "E-mail: ada@example.org\nName: Ada Rossi\nE-mail: bea@example.org\nName: Bea Verdi"
        => ["name=Ada Rossi | email=ada@example.org", "name=Bea Verdi | email=bea@example.org"];
    two_numbers: "Ada Rossi, tel. +39 051 1234567 / 051 7654321" => ["name=Ada Rossi | phone=+39 051 1234567 / 051 7654321"];
    two_numbers_of_two: "Ada Rossi and Bea Verdi, tel. 051 1234567 / 051 7654321"
        => ["name=Ada Rossi | phone=051 1234567", "name=Bea Verdi | phone=051 7654321"];
    last_digits_of_another_line: "Ada Rossi, Tel. (0 51 2) 3 45-0 / -14, Fax (0 51 2) 3 45-29"
        => ["name=Ada Rossi | phone=(0 51 2) 3 45-0 / -14", "beside=Fax (0 51 2) 3 45-29"];
    last_digits_in_full: "Ada Rossi, +421 2 5555 0138 / 0139" => ["name=Ada Rossi | phone=+421 2 5555 0138 / 0139"];
    extension: "Ada Rossi, Phone (+39) 02/1234567 ext. 12" => ["name=Ada Rossi | phone=(+39) 02/1234567 ext. 12"];
    extension_behind_a_comma: "Ada Rossi, Phone 0512/123 456, Ext. 3, ada@example.org"
        => ["name=Ada Rossi | email=ada@example.org | phone=0512/123 456, Ext. 3"];
    extension_in_brackets: "Ada Rossi\nPhone: 276 555 090 (ext. 4)" => ["name=Ada Rossi | phone=276 555 090 (ext. 4)"];
    extension_before_the_number: "Ada Rossi – extension 12 on 051 12 34 56 78" => ["name=Ada Rossi | phone=051 12 34 56 78", "beside=extension 12 on"];
    house_number_is_no_extension: "Ada Rossi, 051 1234567, Haus 3" => ["name=Ada Rossi | phone=051 1234567", "beside=Haus 3"];
    mobile_after_phone: "Ada Rossi\nPhone: 051 1234567\nMobile: 333 1234567" => ["name=Ada Rossi | phone=051 1234567", "beside=333 1234567"];
    two_numbers_behind_a_comma: "Ada Rossi, tel. 051 1234567, 333 1234567" => ["name=Ada Rossi | phone=051 1234567, 333 1234567"];
    years_are_no_phones: "Ada Rossi, Example Foundation (2018-2020)" => ["name=Ada Rossi | org=Example Foundation (2018-2020)"];
    label_and_value_on_two_lines: "Name and surname\nAda Rossi\nRuolo ricoperto\nDirettrice\nE-mail\nada@example.org"
        => ["name=Ada Rossi | role=Direttrice | email=ada@example.org"];
    several_labels_on_a_line: "Nome e cognome: Ada Rossi Tel: 051 1234567 E-mail: ada@example.org"
        => ["name=Ada Rossi | email=ada@example.org | phone=051 1234567"];
    role_before_a_name: "Coordinatrice: Ada Rossi; Referente: Bea Verdi" => ["name=Ada Rossi | role=Coordinatrice", "name=Bea Verdi | role=Referente"];
    dashes_divide: "Ada Rossi – Project Manager – Example Ltd. – ada@example.org"
        => ["name=Ada Rossi | role=Project Manager | org=Example Ltd. | email=ada@example.org"];
    addresses_go_to_their_names:
        "Ada Rossi and Bea Verdi (b.verdi@example.org, a.rossi@example.org)"
        => ["name=Ada Rossi | email=a.rossi@example.org", "name=Bea Verdi | email=b.verdi@example.org"];
    one_address_for_two: "Ada Rossi and Bea Verdi, office@example.org" => ["name=Ada Rossi | email=office@example.org", "name=Bea Verdi | email=office@example.org"];
    a_sentence_stands_beside: "Ada Rossi, only in the morning" => ["name=Ada Rossi", "beside=only in the morning"];
    a_sentence_alone: "Please write to the secretariat. It answers soon." => ["note=Please write to the secretariat. It answers soon"];
    mail_link: "<a href=\"mailto:ada@example.org\">ada@example.org</a>" => ["email=ada@example.org"];
    angles: "Ada Rossi <ada@example.org>, Bea Verdi <bea@example.org>" => ["name=Ada Rossi | email=ada@example.org", "name=Bea Verdi | email=bea@example.org"];
    escaped_angles: "Ada Rossi &lt;ada@example.org&gt;" => ["name=Ada Rossi | email=ada@example.org"];
    names_that_are_links: "Ada Rossi, director, [Bea Verdi](mailto:bea@example.org) and [Ugo Neri](mailto:ugo@example.org)"
        => ["name=Ada Rossi | role=director", "name=Bea Verdi | email=bea@example.org", "name=Ugo Neri | email=ugo@example.org"];
    two_hyphens_divide: "Ada Rossi -- coordinator -- ada@example.org -- 051 1234567"
        => ["name=Ada Rossi | role=coordinator | email=ada@example.org | phone=051 1234567"];
    reference_is_no_name: "SEE OVERLEAF" => ["note=SEE OVERLEAF"];
    role_before_a_name_that_its_address_tells: "Example Project Manager Ada Rossi, phone 051 123456, ada.rossi@example.org"
        => ["name=Ada Rossi | role=Example Project Manager | email=ada.rossi@example.org | phone=051 123456"];
    two_people_and_a_slash: "Ada Rossi / Bea Verdi, Fondazione Uno, tel. 051 123456"
        => ["name=Ada Rossi | org=Fondazione Uno | phone=051 123456", "name=Bea Verdi | org=Fondazione Uno | phone=051 123456"];
    number_below_its_label: "Name: Ada Rossi\nPhone:\n051 123456\nFax:\n051 123457" => ["name=Ada Rossi | phone=051 123456", "beside=Fax | 051 123457"];
    legal_form_written_small: "Ada Rossi\nAmici della Bottega s.p.a.\nada@example.org"
        => ["name=Ada Rossi | org=Amici della Bottega s.p.a. | email=ada@example.org"];
    word_of_an_organisation_in_a_sentence: "Write a letter to the foundation for an answer" => ["note=Write a letter to the foundation for an answer"];
    numbers_of_people: "1)\nName: Ada Rossi\n2)\nName: Bea Verdi" => ["name=Ada Rossi", "name=Bea Verdi"];
    label_in_two_languages: "Name: Ada Rossi\nTelefono / Phone: 051 123456" => ["name=Ada Rossi | phone=051 123456"];
    line_without_a_label_among_labels: "Name: Ada Rossi\nPhone: 051 123456\nPiazza Esempio" => ["name=Ada Rossi | phone=051 123456", "beside=Piazza Esempio"];
    number_in_a_sentence: "Call us on 055 123 456 789 and ask" => ["phone=055 123 456 789 | note=Call us on", "beside=and ask"];
    lead_in_is_no_organisation: "Per la fondazione\nAda Rossi, ada@example.org\nPer gli altri\nBea Verdi, bea@example.org"
        => ["name=Ada Rossi | email=ada@example.org | note=Per la fondazione", "name=Bea Verdi | email=bea@example.org | note=Per gli altri"];
    two_surnames: "Núria Ejemplo i Pla, coordinadora" => ["name=Núria Ejemplo i Pla | role=coordinadora"];
    title_that_is_known: "Mrs Rossi, Sister Bea Verdi" => ["name=Mrs Rossi", "name=Sister Bea Verdi"];
    legal_form_at_the_end: "Ada Rossi\nBottega Esempio S.p.A.\nada@example.org"
        => ["name=Ada Rossi | org=Bottega Esempio S.p.A. | email=ada@example.org"];
    word_between_name_and_organisation: "Ada Rossi, Kursbegleitung, Bottega Esempio S.p.A." => ["name=Ada Rossi | role=Kursbegleitung | org=Bottega Esempio S.p.A."];
    line_between_name_and_organisation: "Ada Rossi\nCustode degli orti\nFondazione Uno" => ["name=Ada Rossi | role=Custode degli orti | org=Fondazione Uno"];
    address_of_a_line_of_its_own: "Ada Rossi, Referente, ada@example.org\nUfficio Uno, Tel.: (later), office@example.org"
        => ["name=Ada Rossi | role=Referente | email=ada@example.org", "org=Ufficio Uno | email=office@example.org", "beside=later"];
    organisation_over_several: "Fondazione Uno\nAda Rossi, ada@example.org\nBea Verdi, bea@example.org\n\nUgo Neri, ugo@example.org"
        => ["name=Ada Rossi | org=Fondazione Uno | email=ada@example.org", "name=Bea Verdi | org=Fondazione Uno | email=bea@example.org",
            "name=Ugo Neri | email=ugo@example.org"];
    organisation_of_the_first_alone: "Ada Rossi, Fondazione Uno, ada@example.org\nBea Verdi, bea@example.org"
        => ["name=Ada Rossi | org=Fondazione Uno | email=ada@example.org", "name=Bea Verdi | email=bea@example.org"];
    role_without_separator: "Ada Rossi responsabile del progetto" => ["name=Ada Rossi | role=responsabile del progetto"];
    list_of_names: "Ada Rossi, Bea Verdi e Ugo Neri, Fondazione Esempio"
        => ["name=Ada Rossi | org=Fondazione Esempio", "name=Bea Verdi | org=Fondazione Esempio", "name=Ugo Neri | org=Fondazione Esempio"];
    tel_and_fax: "Ada Rossi\nTel./Fax: 051 1234567" => ["name=Ada Rossi | phone=051 1234567"];
    entity: "Ada Rossi, Example &amp; Example Foundation; tel. 051 1234567" => ["name=Ada Rossi | org=Example & Example Foundation | phone=051 1234567"];
    wrapped_role: "Ada Rossi, Head of example\nprojects and research\nada@example.org"
        => ["name=Ada Rossi | role=Head of example projects and research | email=ada@example.org"];
    numbered: "1. Ada Rossi (ada@example.org)\n2. Bea Verdi (bea@example.org)"
        => ["name=Ada Rossi | email=ada@example.org", "name=Bea Verdi | email=bea@example.org"];
    organisations_as_contacts: "- Fondazione Uno (uno@example.org)\n- Fondazione Due (due@example.org)"
        => ["org=Fondazione Uno | email=uno@example.org", "org=Fondazione Due | email=due@example.org"];
    table_row: "Ada Rossi\tDirettrice\tFondazione Uno\tada@example.org" => ["name=Ada Rossi | role=Direttrice | org=Fondazione Uno | email=ada@example.org"];
    empty_label: "Name: Ada Rossi\nPhone:\nE-mail: ada@example.org" => ["name=Ada Rossi | email=ada@example.org"];
    shared_organisation_after_roles: "Ada Rossi (Direttrice) e Bea Verdi (Referente), Fondazione Uno"
        => ["name=Ada Rossi | role=Direttrice | org=Fondazione Uno", "name=Bea Verdi | role=Referente | org=Fondazione Uno"];
    two_roles_two_lines: "Coordinator:\nAda Rossi, ada@example.org\nTechnical director:\nBea Verdi, bea@example.org"
        => ["name=Ada Rossi | role=Coordinator | email=ada@example.org", "name=Bea Verdi | role=Technical director | email=bea@example.org"];
    runs_of_spaces: "Ada   Rossi, Head  of Unit" => ["name=Ada Rossi | role=Head of Unit"];
    area_code: "Tel.: 0361 / 123 45 67" => ["phone=0361 / 123 45 67"];
    office_hours: "Telefono: 051 123456 dalle 9 alle 12" => ["phone=051 123456", "beside=dalle 9 alle 12"];
    organisation_in_the_shape_of_a_name: "Ada Rossi\nBeispiel Netzwerk\nTel. 051 123456\nada@example.org"
        => ["name=Ada Rossi | org=Beispiel Netzwerk | email=ada@example.org | phone=051 123456"];
    organisation_that_its_domain_tells: "Ada Rossi\nBeispiel Netzwerk\noffice@netzwerk.example.org"
        => ["name=Ada Rossi | org=Beispiel Netzwerk | email=office@netzwerk.example.org"];
    name_that_its_address_tells: "Ada Rossi, Bea Verdi, b.verdi@example.org" => ["name=Ada Rossi", "name=Bea Verdi | email=b.verdi@example.org"];
    unknown_word_on_a_line: "Anna Esempio\nProjektleitung\nanna@example.org" => ["name=Anna Esempio | email=anna@example.org", "beside=Projektleitung"];
    unknown_word_without_evidence: "Anna Esempio\nProjektleitung" => ["name=Anna Esempio", "beside=Projektleitung"];
    said_of_the_next: "Coordinator: Ada Rossi\nFor the media: Bea Verdi" => ["name=Ada Rossi | role=Coordinator", "name=Bea Verdi | note=For the media"];
}

//! Mails (`.eml`) and mailboxes (`.mbox`): what is attached, else what they say themselves.

use std::collections::HashMap;

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::mailbox::mbox::MessageIterator;
use mail_parser::{Encoding, Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::format::{ENDINGS, ending};
use super::refused::{ENTRIES, Refused};
use super::{Opened, Opening, text};

impl Opening<'_> {
    /// Reads the attachments of a mail, and its own text where they hold no sheet.
    pub(super) fn mail(&mut self, name: &str, bytes: &[u8]) -> Result<(), Refused> {
        let message = MessageParser::default().parse(bytes);
        let message = message.ok_or_else(|| Refused::Damaged(String::from("it has no header of a mail")))?;
        self.message(name, &message);
        Ok(())
    }

    /// Reads each mail of a mailbox.
    pub(super) fn mailbox(&mut self, name: &str, bytes: &[u8]) -> Result<(), Refused> {
        let mut mails = 0;
        for raw in MessageIterator::new(bytes) {
            let raw = raw.map_err(|_| Refused::Damaged(String::from("it is no mailbox")))?;
            if self.stopped {
                break;
            }
            mails += 1;
            if mails > ENTRIES {
                return Err(Refused::Limit("the number of its mails", ENTRIES.to_string()));
            }
            self.mail(&format!("{name}/mail {mails}"), raw.contents())?;
        }
        if mails == 0 { Err(Refused::Damaged(String::from("it has no mail"))) } else { Ok(()) }
    }

    fn message(&mut self, name: &str, message: &Message<'_>) {
        let first = self.count;
        let mut named: HashMap<String, usize> = HashMap::new();
        for part in message.attachments() {
            let file = part.attachment_name().unwrap_or_default().replace(['/', '\\'], "_");
            if let PartType::Message(inner) = &part.body {
                let inner_name = format!("{name}/{}", if file.is_empty() { "mail" } else { &file });
                self.inside(&inner_name, |opening| {
                    opening.message(&inner_name, inner);
                    Ok(())
                });
            } else if ENDINGS.contains(&ending(&file).as_str()) {
                // Two attachments may have one name.
                let count = named.entry(file.clone()).or_default();
                *count += 1;
                let again = if *count > 1 { format!(" ({count})") } else { String::new() };
                self.file(&format!("{name}/{file}{again}"), bytes(message, part));
            }
        }
        self.body(name, message, first);
    }

    /// The text of a mail, for where the documents from `first` on hold no sheet.
    fn body(&mut self, name: &str, message: &Message<'_>, first: usize) {
        let own = message.text_part(0).or_else(|| message.html_part(0));
        let Some(own) = own.and_then(|part| part.text_contents()).filter(|own| !own.trim().is_empty()) else { return };
        let source = text(name, own.replace("\r\n", "\n").into_bytes());
        self.hand_on(Opened { name: name.to_owned(), source, unless: first..self.count });
    }
}

/// The bytes of an attachment. Text that does not say how it is coded is left to our own decoder.
fn bytes(message: &Message<'_>, part: &MessagePart<'_>) -> Vec<u8> {
    let told = part.content_type().is_some_and(|kind| kind.attribute("charset").is_some());
    let raw = message.raw_message.get(part.raw_body_offset() as usize..part.raw_end_offset() as usize);
    let decoded = raw.filter(|_| part.is_text() && !told).and_then(|raw| match part.encoding {
        Encoding::None => Some(raw.to_vec()),
        Encoding::QuotedPrintable => quoted_printable_decode(raw),
        Encoding::Base64 => base64_decode(raw),
    });
    decoded.unwrap_or_else(|| part.contents().to_vec())
}

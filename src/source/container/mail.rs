use super::{Opening, Refused};
impl Opening<'_> {
    pub(super) fn mail(&mut self, _: &str, _: &[u8]) -> Result<(), Refused> { Err(Refused::Encrypted) }
    pub(super) fn mailbox(&mut self, _: &str, _: &[u8]) -> Result<(), Refused> { Err(Refused::Encrypted) }
}

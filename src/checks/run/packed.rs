//! Numbers in few bytes: seven bits in each, the low ones first; and numbers that are near one another as what they differ by.

/// Adds a number.
pub fn push(bytes: &mut Vec<u8>, mut number: u32) {
    while number > 0x7f {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Adds what a number differs by from one that is known.
pub fn push_from(bytes: &mut Vec<u8>, known: u32, number: u32) {
    let more = number.wrapping_sub(known).cast_signed();
    // Small for what is a little more and for what is a little less.
    push(bytes, (more << 1 ^ more >> 31).cast_unsigned());
}

/// Takes the number that bytes begin with; 0 where there is none.
pub fn take(bytes: &mut &[u8]) -> u32 {
    let (mut number, mut shift) = (0, 0);
    while let Some((byte, rest)) = bytes.split_first() {
        *bytes = rest;
        number |= u32::from(byte & 0x7f).checked_shl(shift).unwrap_or(0);
        shift += 7;
        if *byte <= 0x7f {
            break;
        }
    }
    number
}

/// Takes the number that differs from a known one by what bytes begin with.
pub fn take_from(bytes: &mut &[u8], known: u32) -> u32 {
    let more = take(bytes);
    known.wrapping_add((more >> 1) ^ (more & 1).wrapping_neg())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_out_again() {
        let numbers = [0, 1, 127, 128, 300, 1 << 20, 1 << 31, u32::MAX];
        let mut bytes = Vec::new();
        for number in numbers {
            push(&mut bytes, number);
            numbers.iter().for_each(|known| push_from(&mut bytes, *known, number));
        }
        let mut rest = bytes.as_slice();
        for number in numbers {
            assert_eq!(take(&mut rest), number);
            numbers.iter().for_each(|known| assert_eq!(take_from(&mut rest, *known), number));
        }
        assert!(rest.is_empty());
    }

    #[test]
    fn numbers_near_one_another_take_a_byte() {
        let mut bytes = Vec::new();
        [(1000, 1063), (1000, 936), (0, 0)].iter().for_each(|(known, number)| push_from(&mut bytes, *known, *number));
        assert_eq!(bytes.len(), 3);
    }
}

//! Pages to blocks.

use super::*;

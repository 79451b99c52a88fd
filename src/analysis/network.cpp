// SPDX-License-Identifier: ISC
namespace entente {}

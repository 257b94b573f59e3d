/// DTLS 1.2 handshakes that end in SRTP keys (RFC 5764), on BouncyCastle. The one corner of the media plane that
/// blocks: each handshake has a virtual thread of its own.
@NullMarked
package lectern.sfu.dtls;

import org.jspecify.annotations.NullMarked;

/// SRTP and SRTCP (RFC 3711, RFC 7714) in place on off-heap memory: by libcrypto where there is one, by Java elsewhere.
@NullMarked
package lectern.sfu.srtp;

import org.jspecify.annotations.NullMarked;

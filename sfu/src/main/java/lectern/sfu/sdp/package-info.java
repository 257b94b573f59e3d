/// Session descriptions (RFC 8866) as values, of the kind that browsers and libwebrtc write (RFC 8829): one parser, one writer.
@NullMarked
package lectern.sfu.sdp;

import org.jspecify.annotations.NullMarked;

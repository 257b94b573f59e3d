/// ICE-lite (RFC 8445 §2.5) and the STUN that it needs (RFC 8489), with no socket or clock in it.
@NullMarked
package lectern.sfu.ice;

import org.jspecify.annotations.NullMarked;

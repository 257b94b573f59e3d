/// Staying in a room. [Session] is the pure part: it decides when to connect, join, resume, wait and give up.
/// [SocketLink] is the thin shell around it: a WebSocket pinned to the key that the [Link] names.
@NullMarked
package lectern.signaling;

import org.jspecify.annotations.NullMarked;

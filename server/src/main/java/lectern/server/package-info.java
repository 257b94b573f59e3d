/// The shell around a room and its media plane: one port for HTTPS, WebSocket and ICE-TCP, links and tokens, the journal,
/// the files of a lesson. It holds no rules of its own: those are in `lectern.classroom`.
@NullMarked
package lectern.server;

import org.jspecify.annotations.NullMarked;

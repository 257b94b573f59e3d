/// What is said between a client and the server: ids, roles, messages, limits and their JSON. Imports nothing of ours.
/// `docs/protocol.md` tells it from the start; `golden/` beside these classes holds an example of every message.
@NullMarked
package lectern.protocol;

import org.jspecify.annotations.NullMarked;

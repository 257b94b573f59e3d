/// What a board is and does, for server, app and tests alike: edits and their undoing, ink, hitting, tools as state machines.
/// Knows no JavaFX, no socket and no clock.
@NullMarked
package lectern.whiteboard;

import org.jspecify.annotations.NullMarked;

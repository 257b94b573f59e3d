/// The room as a state machine: who is here, who may what, which line carries whom. Inputs and the time come in; events,
/// replies and orders for the media plane come out. No sockets, threads, files or clock: those are the server's.
///
/// [lectern.classroom.Room] is the door. [lectern.classroom.RoomState] is what its events add up to.
@NullMarked
package lectern.classroom;

import org.jspecify.annotations.NullMarked;

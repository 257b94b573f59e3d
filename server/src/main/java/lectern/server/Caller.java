package lectern.server;

import lectern.protocol.ServerMessage;
import lectern.protocol.board.PageId;

/// Who is at the other end of a connection, as the room's thread sees them. None of the methods waits.
interface Caller {
    void say(Utterance utterance);

    /// The parts of a page after the first, as fast as they are read. A page takes the place of the same one shown before.
    void show(PageParts parts);

    /// No more parts of this page.
    void hide(PageId page);

    /// The last thing said; the connection closes after it.
    void bye(ServerMessage.Bye bye);
}

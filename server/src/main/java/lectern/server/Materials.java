package lectern.server;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import lectern.protocol.Participant;

/// The lesson's files, those on their way to it, and who answers requests about them.
final class Materials implements AutoCloseable {
    private final Mailbox room;
    private final Assets assets;
    private final Uploads uploads;

    private Materials(Mailbox room, Assets assets) {
        this.room = room;
        this.assets = assets;
        this.uploads = new Uploads(assets, System::nanoTime);
    }

    static Materials of(LessonsFolder lessons, String lesson, Mailbox room) throws IOException {
        return new Materials(room, lessons.assets(lesson));
    }

    List<Desk> desks() {
        return List.of(new AssetDesk(room, assets), new UploadDesk(room, assets, uploads));
    }

    /// Now and then; any thread.
    void tidy() {
        room.ask(it -> it.participants().stream().map(Participant::id).toList())
                .thenAcceptAsync(here -> uploads.sweep(new HashSet<>(here)::contains),
                        task -> Thread.ofVirtual().name("tidy").start(task));
    }

    /// After the port: nobody sends any more.
    @Override
    public void close() {
        assets.close();
    }
}

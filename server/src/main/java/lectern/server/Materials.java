package lectern.server;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import lectern.classroom.Room;
import lectern.protocol.Participant;

/// The lesson's files, those on their way to it, and who answers requests about them.
final class Materials implements AutoCloseable {
    private final Mailbox room;
    private final Assets assets;
    private final Uploads uploads;

    private final Documents documents;

    private Materials(Mailbox room, Assets assets, Documents documents) {
        this.room = room;
        this.assets = assets;
        this.documents = documents;
        this.uploads = new Uploads(assets, System::nanoTime);
    }

    static Materials of(LessonsFolder lessons, String lesson, Mailbox room) throws IOException {
        Assets assets = lessons.assets(lesson);
        return new Materials(room, assets, new Documents(assets, lessons.pages(lesson), lessons.reading()));
    }

    List<Desk> desks() {
        return List.of(new AssetDesk(room, assets), new UploadDesk(room, assets, uploads),
                new DocumentDesk(room, documents));
    }

    /// Now and then; any thread.
    void tidy() {
        room.ask(Room::participants).thenAcceptAsync(here -> {
            uploads.sweep(here.stream().map(Participant::id).collect(Collectors.toSet())::contains);
            documents.tidy(here.stream().anyMatch(it -> it.role().mayModerate()));
        }, task -> Thread.ofVirtual().name("tidy").start(task));
    }

    Documents documents() {
        return documents;
    }

    /// After the port: nobody sends any more.
    @Override
    public void close() {
        documents.close();
        assets.close();
    }
}

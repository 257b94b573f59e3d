package lectern.ui.board;

import javafx.scene.image.WritableImage;
import lectern.protocol.ParticipantId;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Page;
import lectern.ui.model.BoardModel;
import lectern.ui.model.Notices;
import lectern.ui.model.Person;
import lectern.ui.model.Source;
import lectern.ui.part.Ui;

/// Writing on what somebody shares, and keeping a picture of it under what was written.
public final class ScreenInk {
    private static final double WIDE = 16.0 / 9;

    private final Ui ui;
    private final BoardModel model;
    private final Assets assets;
    private final PageVerbs verbs;

    public ScreenInk(Ui ui, Assets assets) {
        this.ui = ui;
        this.assets = assets;
        model = ui.model.lesson.board;
        verbs = new PageVerbs(ui);
    }

    /// Lays a page over their screen and turns the class to it.
    public void writeOn(Person person) {
        var image = ui.pictures.of(person.id, Source.SCREEN).imageProperty().get();
        double shape = image == null ? WIDE : image.getWidth() / image.getHeight();
        verbs.addScreen(new Ground.Screen(new ParticipantId(person.id)), shape);
    }

    /// The page keeps what the screen shows now; ink and all.
    void keepStill() {
        Page page = model.viewed.get();
        if (page == null || !(page.ground() instanceof Ground.Screen screen)) return;
        var image = ui.pictures.of(screen.of().value(), Source.SCREEN).imageProperty().get();
        if (image == null) return;
        // A copy: the next picture is written into the same pixels.
        var still = new WritableImage(image.getPixelReader(), (int) image.getWidth(), (int) image.getHeight());
        assets.put(() -> PngBytes.of(still), (asset, _) -> {
            var now = model.pages.stream().filter(it -> it.id().equals(page.id())).findFirst();
            if (now.isEmpty() || !now.get().ground().equals(page.ground())) return;
            verbs.ground(now.get(), new Ground.Picture(asset));
            ui.model.lesson.toasts.add(Notices.stillKept());
        });
    }
}

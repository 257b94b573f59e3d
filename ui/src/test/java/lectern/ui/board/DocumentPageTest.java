package lectern.ui.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.stage.Stage;
import lectern.protocol.Role;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.ui.model.BoardModel;
import lectern.ui.picture.Fx;
import lectern.ui.picture.OnFx;
import lectern.whiteboard.tool.Viewport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A document's page on the board: which of its pictures are asked for, and that they are painted where they belong.
class DocumentPageTest {
    private static final int WIDTH = 980, HEIGHT = 700;

    private final BoardModel model = new BoardModel();
    private final ScriptedBoard board = new ScriptedBoard(model);
    private final ScriptedFiles files = new ScriptedFiles();
    private BoardSurface surface;
    private Stage stage;

    @AfterEach
    void close() {
        OnFx.run(() -> {
            surface.close();
            stage.close();
        });
    }

    @Test
    void fourHundredPercentIsPixelForPixel() {
        open(3);
        look(2000, 1100);
        until(() -> hasAll("0/2/1-1", "0/2/2-1", "0/2/1-0"));
        var seen = painted();
        int wrong = 0;
        for (int y = 0; y < HEIGHT; y++)
            for (int x = 0; x < WIDTH; x++)
                if (seen.getArgb(x, y) != ScriptedFiles.pixel(0, 2, 2000 + x, 1100 + y)) wrong++;
        assertEquals(0, wrong, "across the seams of four squares, too");
    }

    @Test
    void onlyWhatIsSeenAndWhatIsBesideItIsAskedFor() {
        open(1);
        until(() -> files.asked.contains("0/0"));
        files.asked.clear();
        look(2048, 1024); // exactly between squares
        until(() -> hasAll("0/2/2-1", "0/2/1-0"));
        assertFalse(files.asked.contains("0/2/5-3"), files.asked.toString());
        assertTrue(files.asked.indexOf("0/2/2-1") < files.asked.indexOf("0/2/1-0"), "what is seen first");
    }

    @Test
    void neverWhiteWhereSomethingSmallerIsThere() {
        open(1);
        until(() -> files.asked.contains("0/0"));
        painted();
        files.holds = name -> name.startsWith("0/2/");
        look(1300, 900);
        until(() -> files.asked.stream().anyMatch(it -> it.startsWith("0/2/")));
        var seen = painted();
        for (int y = 0; y < HEIGHT; y += 7)
            for (int x = 0; x < WIDTH; x += 7) assertNotEquals(0xffffffff, seen.getArgb(x, y));
        files.release();
        until(() -> painted().getArgb(40, 41) == ScriptedFiles.pixel(0, 2, 1340, 941));
    }

    @Test
    void whatHasScrolledAwayIsGivenUp() {
        open(1);
        until(() -> files.asked.contains("0/0"));
        files.holds = name -> name.startsWith("0/2/");
        look(0, 0);
        until(() -> files.asked.contains("0/2/0-0"));
        look(5000, 2600);
        until(() -> files.givenUp.contains("0/2/0-0"));
        files.release();
        until(() -> painted().getArgb(41, 40) == ScriptedFiles.pixel(0, 2, 5041, 2640));
    }

    @Test
    void theNextPageIsThereInTheSameFrame() {
        open(5);
        until(() -> files.asked.containsAll(List.of("0/0", "1/0", "2/0")));
        assertFalse(files.asked.contains("3/0"), "not the whole book");
        until(() -> OnFx.get(() -> assetsHave(1) && assetsHave(2)));
        boolean settled = OnFx.get(() -> {
            model.turnTo(new PageId("g2"));
            surface.frame(System.nanoTime());
            return surface.isSettled();
        });
        assertTrue(settled, "one frame's work");
        var seen = painted();
        assertTrue(green(seen, WIDTH / 2, HEIGHT / 2) > 72, "page 2, which is greener");
        until(() -> files.asked.contains("3/0"));
    }

    @Test
    void failuresAreTriedAgainAndTold() {
        files.fails = _ -> true;
        open(1);
        var ground = (Ground.Document) page(0).ground();
        until(() -> OnFx.get(() -> pictures().reason(List.of(new Cut(ground.document(), 0, 0, true, 0, 0))) != null));
        assertEquals("The line is broken.",
                OnFx.get(() -> pictures().reason(List.of(new Cut(ground.document(), 0, 0, true, 0, 0)))));
        files.fails = _ -> false;
        OnFx.run(() -> pictures().tryAgain());
        until(() -> OnFx.get(() -> assetsHave(0)));
        assertEquals(null, OnFx.get(() -> pictures().reason(List.of(new Cut(ground.document(), 0, 0, true, 0, 0)))));
    }

    private Assets assets;

    private PagePictures pictures() { return assets.pages; }

    private boolean assetsHave(int number) {
        return pictures().has(new Cut(ScriptedFiles.DOCUMENT, number, 0, true, 0, 0));
    }

    private static Page page(int number) {
        return ScriptedBoard.page("g" + (number + 1), new Ground.Document(ScriptedFiles.DOCUMENT, number));
    }

    private void open(int pages) {
        OnFx.run(() -> {
            var all = new Page[pages];
            for (int i = 0; i < pages; i++) all[i] = page(i);
            board.enter(Role.TEACHER, all);
            assets = new Assets(files, new Fx(), _ -> {});
            surface = new BoardSurface(model, assets, _ -> "");
            stage = new Stage();
            stage.setScene(new Scene(surface, WIDTH, HEIGHT));
            stage.show();
        });
    }

    /// At 400 %, with that pixel of the page in the corner.
    private void look(int x, int y) {
        OnFx.run(() -> surface.userView(new Viewport(x / 4.0, y / 4.0, 4, WIDTH, HEIGHT)));
    }

    private PixelReader painted() {
        return OnFx.get(() -> {
            surface.paintNow();
            return surface.snapshot(null, null).getPixelReader();
        });
    }

    private boolean hasAll(String... names) {
        assertNotNull(surface);
        return files.asked.containsAll(List.of(names)) && OnFx.get(() -> {
            for (var name : names) {
                var parts = name.split("[/-]");
                if (!pictures().has(new Cut(ScriptedFiles.DOCUMENT, 0, 2, false, Integer.parseInt(parts[2]),
                        Integer.parseInt(parts[3]))))
                    return false;
            }
            return true;
        });
    }

    private static double green(PixelReader seen, int left, int top) {
        double sum = 0;
        for (int y = 0; y < 20; y++)
            for (int x = 0; x < 20; x++) sum += seen.getArgb(left + x, top + y) >> 8 & 0xff;
        return sum / 400;
    }

    private static void until(BooleanSupplier done) {
        long endNs = System.nanoTime() + 20_000_000_000L;
        while (!done.getAsBoolean()) {
            if (System.nanoTime() - endNs > 0) throw new AssertionError("in vain");
            Thread.onSpinWait();
        }
    }
}

package lectern.app;

import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import lectern.protocol.board.Shape;
import lectern.whiteboard.Sheet;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The whiteboard of somebody in Chromium: drawn on by the browser's own mouse and keyboard, in the page's coordinates.
final class ChromiumBoard {
    private static final String SCRIPT = """
            window.onBoard = (x, y) => {
              const { view, element } = window.theBoard.surface;
              const box = element.getBoundingClientRect();
              return [box.left + (x - view.x) * view.zoom, box.top + (y - view.y) * view.zoom];
            };
            window.paintedAt = (x, y, layer = 'content') => {
              const { view } = window.theBoard.surface;
              const canvas = document.querySelector(`canvas[data-layer=${layer}]`);
              const scale = canvas.width / canvas.clientWidth;
              const at = [(x - view.x) * view.zoom * scale, (y - view.y) * view.zoom * scale].map(Math.round);
              const all = [...canvas.getContext('2d').getImageData(at[0] - 3, at[1] - 3, 7, 7).data];
              let darkest = [255, 255, 255];
              for (let i = 0; i < all.length; i += 4) {
                const rgb = all.slice(i, i + 3);
                if (all[i + 3] > 100 && rgb[0] + rgb[1] + rgb[2] < darkest[0] + darkest[1] + darkest[2]) darkest = rgb;
              }
              return darkest;
            };
            window.nowMs = () => performance.timeOrigin + performance.now();
            window.lookFor = (x, y) => {
              window.seenMs = 0;
              const look = () => {
                if (window.paintedAt(x, y)[1] < 190) window.seenMs = window.nowMs();
                else requestAnimationFrame(look);
              };
              look();
            };
            addEventListener('pointerup', () => { window.liftedMs = window.nowMs(); }, true);
            """;

    final Page page;

    /// Before the page is opened.
    ChromiumBoard(ChromiumClass browser) {
        page = browser.page;
        page.addInitScript(SCRIPT);
        page.route("**/board/whiteboard.js", ChromiumBoard::expose);
    }

    /// The page keeps its board to itself; here it may be looked at.
    private static void expose(Route route) {
        var answer = route.fetch();
        String code = answer.text(), mark = "this.#wiring = wiring;";
        if (!code.contains(mark)) throw new AssertionError("whiteboard.js has changed: the test can't look into it");
        route.fulfill(new Route.FulfillOptions().setResponse(answer)
                .setBody(code.replace(mark, mark + " globalThis.theBoard = this;")));
    }

    List<Shape> shapes() {
        return JsonMapper.shared().readValue(
                (String) page.evaluate("JSON.stringify(theBoard.client.sheet(theBoard.page.id).shapes())"),
                new TypeReference<List<Shape>>() {});
    }

    long hash() { return Sheet.of(0, shapes()).hash(); }

    String viewed() { return (String) page.evaluate("theBoard.page?.id ?? ''"); }

    boolean says(String script) { return Boolean.TRUE.equals(page.evaluate(script)); }

    double number(String script) { return ((Number) page.evaluate(script)).doubleValue(); }

    /// The darkest of what is painted around there, as red, green, blue.
    int[] painted(double x, double y) {
        var rgb = (List<?>) page.evaluate("([x, y]) => paintedAt(x, y)", List.of(x, y));
        return rgb.stream().mapToInt(each -> ((Number) each).intValue()).toArray();
    }

    boolean isDark(double x, double y) { return painted(x, y)[1] < 190; }

    /// From now on notes when ink is painted there.
    void lookFor(double x, double y) { page.evaluate("([x, y]) => lookFor(x, y)", List.of(x, y)); }

    void moveTo(double x, double y) {
        var at = place(x, y);
        page.mouse().move(at[0], at[1]);
    }

    void drag(double... places) {
        moveTo(places[0], places[1]);
        page.mouse().down();
        go(places);
        page.mouse().up();
    }

    /// Goes on with the button down.
    void go(double... places) {
        for (int i = 2; i < places.length; i += 2) {
            var to = place(places[i], places[i + 1]);
            page.mouse().move(to[0], to[1], new Mouse.MoveOptions().setSteps(6));
        }
    }

    void click(double x, double y) {
        var at = place(x, y);
        page.mouse().click(at[0], at[1]);
    }

    void press(String key) { page.keyboard().press(key); }

    /// As on the bar of tools.
    void take(String tool) { page.locator(".board-tools > [data-tool=" + tool + "]").click(); }

    private double[] place(double x, double y) {
        var at = (List<?>) page.evaluate("([x, y]) => onBoard(x, y)", List.of(x, y));
        return at.stream().mapToDouble(each -> ((Number) each).doubleValue()).toArray();
    }
}

package lectern.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import lectern.server.LecternServer;
import lectern.server.ServerSettings;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A teacher and a student in Chromium with a real PDF, the real server, and the process that reads it.
class MaterialsInChromiumTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int PAGES = 12;
    /// Colours of the bands on top of the pages, which tell them apart.
    private static final List<Color> BANDS = List.of(new Color(0x1769d1), new Color(0x1f8a3b), new Color(0xd1482f));

    @TempDir
    Path folder;

    @Test
    void aTeacherInABrowserTeachesFromAPdf() throws Exception {
        var settings = ServerSettings.in(folder.resolve("lessons")).withHost("127.0.0.1").withLoopbackCandidates(true);
        try (var server = LecternServer.start(settings);
                var teacher = new ChromiumClass();
                var student = new ChromiumClass()) {
            var asked = new CopyOnWriteArrayList<String>();
            student.page.onRequest(request -> asked.add(request.url()));
            teacher.join(server.links().teacher(), "Ms. Okafor");
            student.join(server.links().student(), "Ben");
            student.page.locator(".board-surface").waitFor();
            teacher.page.locator("[data-action=pages]").click();

            long chosenNs = System.nanoTime();
            teacher.page.locator("[data-import=pages]").setInputFiles(pdf(folder.resolve("Exercises.pdf")));
            Await.until("the student sees page 1", SOON, () -> isAt(student.page, 0));
            long shownMs = (System.nanoTime() - chosenNs) / 1_000_000;
            assertThat(teacher.page.locator(".page-item")).hasCount(PAGES + 1);
            Await.until("the teacher too", SOON, () -> isAt(teacher.page, 0));
            assertThat(student.page.locator(".page-words")).containsText("Exercise 1");

            turn(teacher.page, 1);
            long turnedNs = System.nanoTime();
            Await.until("the student sees page 2", SOON, () -> isAt(student.page, 1));
            long turnMs = (System.nanoTime() - turnedNs) / 1_000_000;
            System.out.println("figures: browser's PDF " + shownMs + " ms from choosing to the student, page turn "
                    + turnMs + " ms");

            student.page.locator(".board-surface").hover();
            student.page.keyboard().down("Control");
            for (int i = 0; i < 8; i++) student.page.mouse().wheel(0, -120);
            student.page.keyboard().up("Control");
            Await.until("tiles of what is seen", SOON, () -> {
                student.page.waitForTimeout(50);
                return asked.stream().anyMatch(url -> url.matches(".*/1/[23]/\\d+-\\d+"));
            });

            teacher.page.locator("[data-action=search]").click();
            teacher.page.locator(".page-search input").fill("exercise 9");
            assertThat(teacher.page.locator(".search-hit")).hasCount(1, new HasCountOptions()
                    .setTimeout(30_000));
            teacher.page.locator(".search-hit").click();
            assertThat(teacher.page.locator(".page-mark[data-current]")).hasCount(1);
            assertThat(student.page.locator(".board-where")).containsText("3 / " + (PAGES + 1)); // where the class is
            teacher.page.locator("[data-action=close-search]").click();

            teacher.page.locator(".page-item").nth(3).locator("[data-action=page-more]").click();
            teacher.page.locator("[data-action=hide-page]:visible").click();
            assertThat(student.page.locator(".board-where")).containsText("/ " + PAGES);

            teacher.page.locator("[data-import=pages]")
                    .setInputFiles(Files.writeString(folder.resolve("broken.pdf"), "%PDF-1.7 and nothing more"));
            assertThat(teacher.page.locator(".material-task[data-refused]")).containsText("damaged",
                    new ContainsTextOptions()
                            .setTimeout(30_000));
            assertEquals(List.of(), student.complaints);
        }
    }

    private static void turn(Page page, int number) {
        page.locator(".page-item").nth(number + 1).locator(".page-open").click();
    }

    /// Whether that page of the PDF is on the board, by its band.
    private static boolean isAt(Page page, int number) {
        var rgb = (List<?>) page.evaluate("""
                () => {
                  const canvas = document.querySelector('[data-layer=content]');
                  const style = document.querySelector('.page-layer')?.style.transform;
                  if (!style) return [0, 0, 0];
                  const at = new DOMMatrix(style).transformPoint({ x: 400, y: 60 });
                  const scale = canvas.width / canvas.clientWidth;
                  return [...canvas.getContext('2d').getImageData(at.x * scale, at.y * scale, 1, 1).data].slice(0, 3);
                }""");
        Color band = BANDS.get(number % BANDS.size());
        int[] wanted = { band.getRed(), band.getGreen(), band.getBlue()};
        for (int i = 0; i < 3; i++) if (Math.abs(((Number) rgb.get(i)).intValue() - wanted[i]) > 6) return false;
        return true;
    }

    private static Path pdf(Path file) throws IOException {
        try (var document = new PDDocument()) {
            for (int i = 0; i < PAGES; i++) {
                var sheet = new PDPage(PDRectangle.A4);
                document.addPage(sheet);
                try (var content = new PDPageContentStream(document, sheet)) {
                    content.setNonStrokingColor(BANDS.get(i % BANDS.size()));
                    content.addRect(0, 742, 596, 100);
                    content.fill();
                    content.setNonStrokingColor(Color.BLACK);
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 28);
                    content.newLineAtOffset(60, 640);
                    content.showText("Exercise " + (i + 1));
                    content.endText();
                }
            }
            document.save(file.toFile());
        }
        return file;
    }
}

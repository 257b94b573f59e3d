package lectern.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import com.microsoft.playwright.Browser;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Runs the JavaScript tests of the page's modules in a real browser; each shows up as a test of its own.
class ModulesTest {
    private record Result(String name, String error) {}

    @TestFactory
    Stream<DynamicTest> modules() throws Exception {
        try (var site = new TestSite();
                var chromium = new Chromium(Chromium.Devices.FAKE);
                var context = chromium.context(new Browser.NewContextOptions())) {
            new TestMaterials(site);
            var page = context.newPage();
            var complaints = new ArrayList<String>();
            page.onPageError(complaints::add);
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) complaints.add(message.text());
            });
            page.navigate(site.address() + "/tests/tests.html");
            page.waitForSelector("body[data-done]");
            List<Result> results = new Gson().fromJson(page.textContent("body"),
                    new TypeToken<List<Result>>() {}.getType());
            assertTrue(results.size() > 80, "only " + results.size() + " tests were found");
            assertEquals(List.of(), complaints);
            return results.stream()
                    .map(result -> DynamicTest.dynamicTest(result.name, () -> assertEquals("", result.error)));
        }
    }
}

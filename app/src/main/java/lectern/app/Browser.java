package lectern.app;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/// The system's own program for addresses.
final class Browser {
    private Browser() {}

    /// @param address http or https; anything else isn't opened, since a document could name any program with it
    static void open(String address) throws IOException {
        var uri = URI.create(address);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) throw new IOException("not an address: " + address);
        new ProcessBuilder(command(System.getProperty("os.name", ""), uri.toASCIIString())).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    static List<String> command(String system, String address) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win")) return List.of("rundll32", "url.dll,FileProtocolHandler", address);
        return List.of(name.contains("mac") ? "open" : "xdg-open", address);
    }
}

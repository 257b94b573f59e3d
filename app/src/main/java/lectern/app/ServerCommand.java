package lectern.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Map;
import lectern.server.LecternServer;
import lectern.server.ServerSettings;
import tools.jackson.databind.json.JsonMapper;

/// `--server`: the server alone. The first line on stdout says that it is ready and where.
final class ServerCommand {
    static int run(Command.Serve command, Lifetime lifetime) throws InterruptedException {
        var settings = settings(command.host(), Folders.ofThisSystem()).withRoom(command.room());
        try (var server = LecternServer.start(settings)) {
            System.out.println(ready(server));
            System.out.flush();
            System.gc(); // what starting left behind, a third of the heap, goes now that nobody waits
            lifetime.await(0);
        }
        return 0;
    }

    static ServerSettings settings(Command.Host host, Folders folders) {
        try {
            var settings = ServerSettings.in(host.lessons() == null ? folders.lessons() : host.lessons())
                    .withHost(host.address()).withPort(host.port())
                    .withLoopbackCandidates(host.address() != null && isLoopback(host.address()));
            return host.title() == null ? settings : settings.withTitle(host.title());
        } catch (IllegalArgumentException e) {
            throw new CommandException("--" + e.getMessage());
        }
    }

    static String ready(LecternServer server) {
        var links = new LinkedHashMap<String, String>();
        links.put("teacher", server.links().teacher());
        links.put("student", server.links().student());
        links.put("watcher", server.links().watcher());
        Map<String, Object> ready = new LinkedHashMap<>();
        ready.put("event", "ready");
        ready.put("room", server.room());
        ready.put("links", links);
        ready.put("port", server.port());
        ready.put("fingerprint", server.fingerprint());
        return JsonMapper.shared().writeValueAsString(ready);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false; // the server says what is wrong with it
        }
    }

    private ServerCommand() {}
}

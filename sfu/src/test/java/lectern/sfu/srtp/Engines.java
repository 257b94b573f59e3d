package lectern.sfu.srtp;

import java.util.List;

/// The engines that every test of this package runs with.
final class Engines {
    static List<SrtpEngine> all() {
        return List.of(new EvpEngine(), new JceEngine());
    }

    private Engines() {
    }
}

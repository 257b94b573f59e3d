package lectern.sfu.core;

import java.util.List;

/// What offer and answer agreed on for a publisher. Extension ids (one set for all lines, as BUNDLE demands) are 0 where there is none.
record UpAgreement(List<UpTerms> lines, int midId, int ridId, int repairedRidId, int levelId, int transportId) {
    static final UpAgreement NONE = new UpAgreement(List.of(), 0, 0, 0, 0, 0);

    UpAgreement {
        lines = List.copyOf(lines);
    }
}

package org.escale.core.snapshot;

import java.util.List;
import java.util.Map;
import org.escale.access.Box;
import org.escale.access.BoxAuthority;
import org.escale.access.BoxReport;
import org.escale.access.Device;
import org.escale.access.DeviceAuthority;
import org.escale.access.InstalledGateway;
import org.escale.access.LinePurses;
import org.escale.access.LineSamples;
import org.escale.access.Segment;
import org.escale.access.Session;
import org.escale.adapter.InstalledAdapter;
import org.escale.adapter.InstalledDirectory;
import org.escale.adapter.Proven;
import org.escale.client.Alias;
import org.escale.client.Company;
import org.escale.client.Credit;
import org.escale.client.Entitlement;
import org.escale.client.Member;
import org.escale.client.Pass;
import org.escale.client.StaffGroup;
import org.escale.federation.Affiliation;
import org.escale.federation.Centre;
import org.escale.federation.Extra;
import org.escale.federation.Label;
import org.escale.federation.Network;
import org.escale.federation.Site;
import org.escale.federation.Space;
import org.escale.presence.Visit;
import org.escale.terms.DatedTerms;
import org.escale.word.Query;
import org.escale.word.Word;

/** Which classes of words the snapshot holds, by which keys, and which words of them. */
final class Holding {
  private static final String CENTRE = "centreId";
  private static final String COMPANY = "companyId";

  /** Class and the keys by which its words are grouped. */
  static final Map<Class<? extends Word>, List<String>> KEYS =
      Map.ofEntries(
          Map.entry(Network.class, List.of()),
          Map.entry(Site.class, List.of()),
          Map.entry(Centre.class, List.of("siteId")),
          Map.entry(Space.class, List.of(CENTRE)),
          Map.entry(Extra.class, List.of(CENTRE)),
          Map.entry(Affiliation.class, List.of(CENTRE)),
          Map.entry(Label.class, List.of(CENTRE)),
          Map.entry(Company.class, List.of("pseudonym")),
          Map.entry(Member.class, List.of("pseudonym", COMPANY)),
          Map.entry(Alias.class, List.of(COMPANY, "memberId")),
          Map.entry(StaffGroup.class, List.of(COMPANY)),
          Map.entry(Entitlement.class, List.of(COMPANY)),
          Map.entry(Credit.class, List.of("company")),
          Map.entry(Pass.class, List.of("guest")),
          Map.entry(DatedTerms.class, List.of("networkId")),
          Map.entry(Visit.class, List.of("guest", CENTRE)),
          Map.entry(Session.class, List.of("visitId", CENTRE)),
          Map.entry(Device.class, List.of("person", "grant")),
          Map.entry(Segment.class, List.of(CENTRE)),
          Map.entry(InstalledAdapter.class, List.of(CENTRE)),
          Map.entry(Proven.class, List.of()),
          Map.entry(InstalledDirectory.class, List.of()),
          Map.entry(Box.class, List.of(CENTRE)),
          Map.entry(BoxReport.class, List.of()),
          Map.entry(BoxAuthority.class, List.of()),
          Map.entry(DeviceAuthority.class, List.of()),
          Map.entry(LineSamples.class, List.of()),
          Map.entry(LinePurses.class, List.of()),
          Map.entry(InstalledGateway.class, List.of(CENTRE)));

  private Holding() {}

  /** Whether that word is held now: of visits and sessions only those that are not over. */
  static boolean holds(Word word) {
    if (word instanceof Visit visit) {
      return visit.open();
    }
    return !(word instanceof Session session) || session.state() != Session.State.ENDED;
  }

  /** What to ask the store for at the start. */
  static List<Query> queries(Class<? extends Word> kind) {
    if (kind == Visit.class) {
      return List.of(Query.where("state", "OPEN"));
    }
    if (kind == Session.class) {
      return java.util.Arrays.stream(Session.State.values())
          .filter(state -> state != Session.State.ENDED)
          .map(state -> Query.where("state", state.name()))
          .toList();
    }
    return List.of(Query.all());
  }
}

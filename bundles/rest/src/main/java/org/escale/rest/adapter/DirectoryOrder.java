package org.escale.rest.adapter;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.escale.adapter.DirectoryId;
import org.escale.adapter.InstalledDirectory;
import org.escale.adapter.InstalledDirectory.Whose;
import org.escale.client.CompanyId;
import org.escale.federation.CentreId;
import org.escale.federation.NetworkId;
import org.escale.rest.call.Need;

/**
 * A directory to be installed or changed; what is left out of a change stays as it was.
 *
 * @param companyId whose people they are; or else one or both of the next
 * @param ownerCentreId the centre whose own clients they are
 * @param contractNetworkId the network that invoices them
 * @param poll how often it is read, PT5S to P1D; PT5M where left out
 * @param deadline how long one reading may take, PT1S to PT10M; PT1M
 * @param share how many per cent of those who are here one reading may end, 0 to 100; 20
 */
public record DirectoryOrder(
    Optional<String> id,
    Optional<String> kind,
    Optional<Map<String, String>> settings,
    Optional<String> companyId,
    Optional<String> ownerCentreId,
    Optional<String> contractNetworkId,
    Optional<String> poll,
    Optional<String> deadline,
    Optional<Integer> share) {
  private static final String POLL = "PT5M";
  private static final String DEADLINE = "PT1M";
  private static final int SHARE = 20;
  private static final int MOST_SETTINGS = 50;
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_SETTING = 4096;

  /** What stands beside the directories at their path, so that none can be called so. */
  private static final String TAKEN = "kinds";

  /** A new one. */
  InstalledDirectory fresh() {
    Need.check("id", id.filter(TAKEN::equals).isEmpty());
    return new InstalledDirectory(
        Need.id("id", id, DirectoryId::new),
        Need.text("kind", kind, LONGEST_NAME),
        checked(settings.orElse(Map.of())),
        whose(),
        Need.duration("poll", poll.orElse(POLL)),
        Need.duration("deadline", deadline.orElse(DEADLINE)),
        share.orElse(SHARE));
  }

  /** What is kept, changed by this; its id, its kind and whose it is stay. */
  InstalledDirectory over(InstalledDirectory old) {
    var all = new HashMap<>(old.settings());
    all.putAll(checked(settings.orElse(Map.of())));
    return new InstalledDirectory(
        old.id(),
        old.kind(),
        all,
        old.whose(),
        poll.map(text -> Need.duration("poll", text)).orElse(old.poll()),
        deadline.map(text -> Need.duration("deadline", text)).orElse(old.deadline()),
        share.orElse(old.share()));
  }

  private Whose whose() {
    return new Whose(
        companyId.map(text -> Need.read("companyId", text, CompanyId::new)),
        ownerCentreId.map(text -> Need.read("ownerCentreId", text, CentreId::new)),
        contractNetworkId.map(text -> Need.read("contractNetworkId", text, NetworkId::new)));
  }

  private static Map<String, String> checked(Map<String, String> all) {
    Need.check("settings", all.size() <= MOST_SETTINGS);
    all.forEach(
        (name, value) ->
            Need.check(
                "settings",
                value != null
                    && value.length() <= LONGEST_SETTING
                    && !name.isBlank()
                    && name.length() <= LONGEST_NAME));
    return all;
  }
}

package org.escale.rest.billing;

import static org.escale.caller.Operation.DIRECTORY_READ;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.rest.call.Answers;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Lists;
import org.escale.terms.DatedTerms;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What each network charges now and from when on, out of its dated terms. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = TariffsResource.class, property = Door.RESOURCE)
public final class TariffsResource {
  private static final String BILLING = "billing";

  /** From when on; of those that begin together the one entered last holds. */
  private static final Comparator<Kept<DatedTerms>> ORDER =
      Comparator.comparing((Kept<DatedTerms> kept) -> kept.word().validFrom())
          .thenComparing(Kept::seq);

  private final Lists lists;
  private final Clock clock;

  /** With what reads, and what time it is. */
  @Activate
  public TariffsResource(@Reference Lists lists, @Reference Clock clock) {
    this.lists = lists;
    this.clock = clock;
  }

  /** Whether a tariff holds now. */
  public enum TariffState {
    /** Now. */
    IN_FORCE,
    /** From its instant on. */
    COMING
  }

  /** What a network charges: the numbers of its billing rule, as they are written in its terms. */
  public record TariffView(
      String networkId,
      String rule,
      String termsId,
      TariffState state,
      Instant validFrom,
      Map<String, String> values) {
    static TariffView of(DatedTerms terms, TariffState state) {
      return new TariffView(
          terms.rule().network(),
          terms.rule().value(),
          terms.id().value(),
          state,
          terms.validFrom(),
          terms.values());
    }
  }

  /** The tariffs. */
  @GET
  @Path("tariffs")
  @Does(
      value = "What each network charges now, and what it will charge from when on",
      as = DIRECTORY_READ,
      filters = {"networkId"},
      gives = TariffView.class,
      many = true)
  public Response list(@Context Call call) {
    var networks = new TreeMap<String, List<Kept<DatedTerms>>>();
    lists
        .all(call, DatedTerms.class, Map.of("contract", BILLING))
        .forEach(
            kept ->
                networks
                    .computeIfAbsent(kept.word().rule().network(), n -> new ArrayList<>())
                    .add(kept));
    var now = clock.instant();
    return Answers.all(
        networks.values().stream().flatMap(terms -> tariffs(terms, now).stream()).toList());
  }

  private static List<TariffView> tariffs(List<Kept<DatedTerms>> terms, Instant now) {
    var shown = new ArrayList<TariffView>();
    Optional<Kept<DatedTerms>> held =
        terms.stream().filter(kept -> !kept.word().validFrom().isAfter(now)).max(ORDER);
    held.ifPresent(kept -> shown.add(TariffView.of(kept.word(), TariffState.IN_FORCE)));
    terms.stream()
        .filter(kept -> kept.word().validFrom().isAfter(now))
        .sorted(ORDER)
        .forEach(kept -> shown.add(TariffView.of(kept.word(), TariffState.COMING)));
    return shown;
  }
}

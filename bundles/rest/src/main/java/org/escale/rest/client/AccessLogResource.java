package org.escale.rest.client;

import static org.escale.caller.Operation.ACCESS_LOG_READ;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.caller.Role;
import org.escale.client.MemberId;
import org.escale.presence.Viewing;
import org.escale.refusal.RefusalCode;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Lists;
import org.escale.rest.call.Need;
import org.escale.rest.problem.RefusedException;
import org.escale.word.Reader;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who saw where a person was (law E7), for that person. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = AccessLogResource.class, property = Door.RESOURCE)
public final class AccessLogResource {
  private final Lists lists;

  /** With what reads. */
  @Activate
  public AccessLogResource(@Reference Lists lists) {
    this.lists = lists;
  }

  /**
   * Somebody saw it: one entry for each reader, kind and day (in UTC).
   *
   * @param reader the account
   * @param ofKind whether it stands for a centre, company or network
   * @param of which
   * @param what said so: Visit, Session or UsageRecord
   * @param firstAt when first on that day
   */
  public record ViewingView(
      LocalDate day,
      Instant firstAt,
      String reader,
      List<Role> roles,
      Optional<Reader.Kind> ofKind,
      Optional<String> of,
      String what) {
    static ViewingView of(Viewing v) {
      return new ViewingView(
          v.day(),
          v.firstAt(),
          v.reader().value(),
          v.roles().stream().sorted().toList(),
          v.of().map(Reader::kind),
          v.of().map(Reader::of).filter(name -> !name.isEmpty()),
          v.what());
    }
  }

  /** The entries. */
  @GET
  @Path("members/{id}/access-log")
  @Does(
      value =
          "Who saw one's own visits, sessions and usage: an entry for each reader, kind and day",
      as = ACCESS_LOG_READ,
      query = {"from", "to"},
      gives = ViewingView.class,
      many = true,
      pages = true)
  public Response list(@Context Call call, @PathParam("id") String id) {
    var standing = call.caller().standing();
    var own = standing.member().filter(Need.path(id, MemberId::new)::equals);
    if (own.isEmpty() || standing.person().isEmpty()) {
      throw RefusedException.of(RefusalCode.NOT_FOUND);
    }
    var person = standing.person().get().value();
    return lists.page(call, Viewing.class, Map.of("person", person), ViewingView::of);
  }
}

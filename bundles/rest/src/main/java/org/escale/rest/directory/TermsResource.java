package org.escale.rest.directory;

import static org.escale.caller.Operation.DIRECTORY_READ;
import static org.escale.caller.Operation.TERMS_WRITE;

import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.federation.Network;
import org.escale.federation.NetworkId;
import org.escale.rest.call.Answers;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Lists;
import org.escale.rest.call.Need;
import org.escale.rest.directory.DirectoryViews.TermsView;
import org.escale.service.Directory;
import org.escale.terms.DatedTerms;
import org.escale.terms.RuleRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The dated terms of a network's rules. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = TermsResource.class, property = Door.RESOURCE)
public final class TermsResource {
  private final Lists lists;
  private final Directory directory;

  /** With what reads and what enters. */
  @Activate
  public TermsResource(@Reference Lists lists, @Reference Directory directory) {
    this.lists = lists;
    this.directory = directory;
  }

  /** A new dated version: of which rule, from when, and its numbers as texts. */
  public record TermsOrder(
      Optional<String> rule, Optional<String> validFrom, Optional<Map<String, String>> values) {}

  /** The versions. */
  @GET
  @Path("networks/{id}/terms")
  @Does(
      value = "The dated terms of a network's rules, oldest first",
      as = DIRECTORY_READ,
      filters = {"contract"},
      query = {"from", "to"},
      gives = TermsView.class,
      many = true,
      pages = true)
  public Response list(@Context Call call, @PathParam("id") String id) {
    return lists.page(
        call, DatedTerms.class, Map.of("networkId", network(call, id).value()), TermsView::of);
  }

  /** Enters a version. */
  @POST
  @Path("networks/{id}/terms")
  @Does(
      value = "Enter terms of a rule from an instant on that is not past",
      as = TERMS_WRITE,
      gives = TermsView.class,
      status = 201)
  public Response enter(@Context Call call, @PathParam("id") String id, TermsOrder order) {
    var network = network(call, id);
    var rule = Need.read("rule", Need.present("rule", order.rule()), RuleRef::new);
    Need.check("rule", rule.network().equals(network.value()));
    var from = Need.instant("validFrom", Need.present("validFrom", order.validFrom()));
    var values = Need.present("values", order.values());
    Need.check("values", values.size() <= 100);
    var kept = Call.done(directory.enter(call.caller(), rule, from, values));
    return Answers.made(kept, TermsView::of, "networks/" + network + "/terms");
  }

  private NetworkId network(Call call, String id) {
    var network = Need.path(id, NetworkId::new);
    return lists.kept(call, Network.class, network).word().id();
  }
}

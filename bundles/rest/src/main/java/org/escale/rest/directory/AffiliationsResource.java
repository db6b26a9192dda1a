package org.escale.rest.directory;

import static org.escale.caller.Operation.AFFILIATION_DECIDE;
import static org.escale.caller.Operation.AFFILIATION_READ;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.federation.Affiliation;
import org.escale.federation.AffiliationId;
import org.escale.federation.CentreId;
import org.escale.federation.NetworkId;
import org.escale.rest.call.Answers;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Lists;
import org.escale.rest.call.Need;
import org.escale.service.Affiliations;
import org.escale.service.Lookup;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lists affiliations and proposes them: one centre at a time, or several by an accord. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = AffiliationsResource.class, property = Door.RESOURCE)
public final class AffiliationsResource {
  private static final int MOST = 500;
  private final Affiliations affiliations;
  private final Lists lists;
  private final ShownTerms shown;

  /** With what decides and what reads. */
  @Activate
  public AffiliationsResource(
      @Reference Affiliations affiliations, @Reference Lookup lookup, @Reference Lists lists) {
    this.affiliations = affiliations;
    this.lists = lists;
    this.shown = new ShownTerms(lookup);
  }

  /** The centres of an accord between networks. */
  public record AccordOrder(Optional<List<String>> centreIds) {}

  /** The network that a centre shall join. */
  public record ProposalOrder(Optional<String> networkId) {}

  /** The affiliations. */
  @GET
  @Path("affiliations")
  @Does(
      value = "Affiliations that the caller may see",
      as = AFFILIATION_READ,
      filters = {"centreId", "networkId", "state"},
      gives = AffiliationView.class,
      many = true,
      pages = true)
  public Response list(@Context Call call) {
    call.params().text("state").ifPresent(s -> Need.one("state", Affiliation.State.class, s));
    return lists.page(call, Affiliation.class, shown.to(call));
  }

  /** Those of one centre. */
  @GET
  @Path("centres/{id}/affiliations")
  @Does(
      value = "The affiliations of a centre that the caller may see",
      as = AFFILIATION_READ,
      filters = {"networkId", "state"},
      gives = AffiliationView.class,
      many = true,
      pages = true)
  public Response ofCentre(@Context Call call, @PathParam("id") String id) {
    var centre = Need.path(id, CentreId::new).value();
    return lists.page(call, Affiliation.class, Map.of("centreId", centre), shown.to(call));
  }

  /** Proposes one. */
  @POST
  @Path("centres/{id}/affiliations")
  @Does(
      value = "Propose a centre to a network; an open affiliation is kept as it is",
      as = AFFILIATION_DECIDE,
      gives = AffiliationView.class,
      many = true)
  public Response propose(@Context Call call, @PathParam("id") String id, ProposalOrder order) {
    var network = Need.id("networkId", order.networkId(), NetworkId::new);
    return propose(call, network, List.of(Need.path(id, CentreId::new)));
  }

  /** Proposes several. */
  @POST
  @Path("networks/{id}/accords")
  @Does(
      value = "An accord: a pending affiliation for each centre, which only it can confirm",
      as = AFFILIATION_DECIDE,
      gives = AffiliationView.class,
      many = true)
  public Response accord(@Context Call call, @PathParam("id") String id, AccordOrder order) {
    var ids = Need.present("centreIds", order.centreIds());
    Need.check("centreIds", !ids.isEmpty() && ids.size() <= MOST);
    var centres =
        ids.stream().map(c -> Need.id("centreIds", Optional.of(c), CentreId::new)).toList();
    return propose(call, Need.path(id, NetworkId::new), centres);
  }

  /** One affiliation. */
  @GET
  @Path("affiliations/{id}")
  @Does(
      value = "One affiliation with its verdict and evidence by criterion",
      as = AFFILIATION_READ,
      gives = AffiliationView.class)
  public Response get(@Context Call call, @PathParam("id") String id) {
    var affiliation = Need.path(id, AffiliationId::new);
    return lists.one(call, Affiliation.class, affiliation, shown.to(call));
  }

  private Response propose(Call call, NetworkId network, List<CentreId> centres) {
    var proposed =
        Call.done(
            affiliations.propose(
                call.caller(), network, centres.stream().collect(Collectors.toSet())));
    return Answers.all(proposed.stream().map(kept -> shown.to(call).apply(kept.word())).toList());
  }
}

package org.escale.rest.billing;

import static org.escale.caller.Operation.INVOICE_READ;

import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.billing.Invoice;
import org.escale.billing.InvoiceId;
import org.escale.refusal.RefusalCode;
import org.escale.rest.billing.BillingViews.InvoiceView;
import org.escale.rest.billing.BillingViews.WhyView;
import org.escale.rest.call.Answers;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Lists;
import org.escale.rest.call.Need;
import org.escale.rest.problem.RefusedException;
import org.escale.service.BillingOffice;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Invoices, as data and as documents, and why each line is what it is. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = InvoicesResource.class, property = Door.RESOURCE)
public final class InvoicesResource {
  private static final String PDF = "application/pdf";
  private final Lists lists;
  private final BillingOffice office;

  /** With what reads and what explains. */
  @Activate
  public InvoicesResource(@Reference Lists lists, @Reference BillingOffice office) {
    this.lists = lists;
    this.office = office;
  }

  /** The invoices. */
  @GET
  @Path("invoices")
  @Does(
      value = "Invoices that the caller may see, selected by when they were issued",
      as = INVOICE_READ,
      filters = {"companyId", "networkId", "period", "kind"},
      query = {"from", "to"},
      gives = InvoiceView.class,
      many = true,
      pages = true)
  public Response list(@Context Call call) {
    return lists.page(call, Invoice.class, InvoiceView::of);
  }

  /** The credit notes. */
  @GET
  @Path("credit-notes")
  @Does(
      value = "Papers on which more was taken back than is owed: the seller owes the company",
      as = INVOICE_READ,
      filters = {"companyId", "networkId", "period"},
      query = {"from", "to"},
      gives = InvoiceView.class,
      many = true,
      pages = true)
  public Response creditNotes(@Context Call call) {
    var kind = Map.of("kind", Invoice.Kind.CREDIT_NOTE.name());
    return lists.page(call, Invoice.class, kind, InvoiceView::of);
  }

  /** One invoice. */
  @GET
  @Path("invoices/{id}")
  @Does(
      value = "One invoice; also as application/pdf",
      as = INVOICE_READ,
      gives = InvoiceView.class)
  public Response get(@Context Call call, @PathParam("id") String id) {
    return lists.one(call, Invoice.class, Need.path(id, InvoiceId::new), InvoiceView::of);
  }

  /** One invoice as a document. */
  @GET
  @Path("invoices/{id}")
  @Produces(PDF)
  @Does(
      value = "One invoice; also as application/pdf",
      as = INVOICE_READ,
      gives = InvoiceView.class)
  public Response document(@Context Call call, @PathParam("id") String id) {
    var invoice = Need.path(id, InvoiceId::new);
    byte[] document = Call.done(office.document(call.caller(), invoice, PDF));
    return Response.ok(document, PDF)
        .header("Content-Disposition", "inline; filename=\"invoice.pdf\"")
        .build();
  }

  /** Why. */
  @GET
  @Path("invoices/{id}/lines/{n}/why")
  @Does(
      value = "Why a line is what it is: each charge with its record, its rule and the payout",
      as = INVOICE_READ,
      gives = WhyView.class,
      many = true)
  public Response why(@Context Call call, @PathParam("id") String id, @PathParam("n") String n) {
    var invoice = Need.path(id, InvoiceId::new);
    if (!n.matches("[1-9][0-9]{0,5}")) {
      throw RefusedException.of(RefusalCode.NOT_FOUND);
    }
    var why = Call.done(office.why(call.caller(), invoice, Integer.parseInt(n)));
    return Answers.all(why.stream().map(WhyView::of).toList());
  }
}

package org.escale.rest.adapter;

import static org.escale.caller.Operation.OPERATE;

import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.adapter.DirectoryId;
import org.escale.adapter.InstalledDirectory;
import org.escale.rest.adapter.DirectoryViews.DirectoryView;
import org.escale.rest.adapter.DirectoryViews.ReportView;
import org.escale.rest.adapter.KindViews.KindView;
import org.escale.rest.call.Answers;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Lists;
import org.escale.rest.call.Need;
import org.escale.rest.job.Accepted;
import org.escale.rest.job.JobView;
import org.escale.service.Directories;
import org.escale.service.Directories.Manner;
import org.escale.service.Directories.Standing;
import org.escale.service.Jobs;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Other platforms' directories, from which companies and people come across. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = DirectoriesResource.class, property = Door.RESOURCE)
public final class DirectoriesResource {
  private final Directories directories;
  private final Jobs jobs;
  private final Lists lists;

  /** With what steers, what works long and what reads. */
  @Activate
  public DirectoriesResource(
      @Reference Directories directories, @Reference Jobs jobs, @Reference Lists lists) {
    this.directories = directories;
    this.jobs = jobs;
    this.lists = lists;
  }

  /**
   * How to read it.
   *
   * @param dryRun only say what would be; false where left out
   * @param trusted also where more than its share would end; false where left out
   */
  public record ReadOrder(Optional<Boolean> dryRun, Optional<Boolean> trusted) {
    private Manner manner() {
      if (dryRun.orElse(false)) {
        return Manner.DRY_RUN;
      }
      return trusted.orElse(false) ? Manner.TRUSTED : Manner.GUARDED;
    }
  }

  /** The directories. */
  @GET
  @Path("directories")
  @Does(
      value = "Other platforms' directories: how they stand, when they were read last",
      as = OPERATE,
      gives = DirectoryView.class,
      many = true,
      pages = true)
  public Response list(@Context Call call) {
    var standings = Call.done(directories.standings(call.caller()));
    return lists.page(
        call, InstalledDirectory.class, row -> DirectoryView.of(row, of(standings, row)));
  }

  /** What can be read. */
  @GET
  @Path("directories/kinds")
  @Does(
      value = "The kinds of directories that can be read now, and the settings that each wants",
      as = OPERATE,
      gives = KindView.class,
      many = true)
  public Response kinds(@Context Call call) {
    var kinds = Call.done(directories.kinds(call.caller()));
    return Answers.all(kinds.stream().map(KindView::of).toList());
  }

  /** One. */
  @GET
  @Path("directories/{id}")
  @Does(value = "One directory of another platform", as = OPERATE, gives = DirectoryView.class)
  public Response get(@Context Call call, @PathParam("id") String id) {
    return shown(call, row(call, id));
  }

  /** Installs one. */
  @POST
  @Path("directories")
  @Does(
      value =
          "Have a directory of another platform read; it says whose its companies and people are",
      as = OPERATE,
      gives = DirectoryView.class,
      status = 201)
  public Response install(@Context Call call, DirectoryOrder order) {
    var kept = Call.done(directories.install(call.caller(), order.fresh(), 0));
    return Answers.made(
        kept, row -> DirectoryView.of(row, Optional.empty()), "directories/" + kept.word().id());
  }

  /** Changes one. */
  @PATCH
  @Path("directories/{id}")
  @Does(
      value = "Change a directory; settings left out stay; needs If-Match",
      as = OPERATE,
      gives = DirectoryView.class)
  public Response change(@Context Call call, @PathParam("id") String id, DirectoryOrder order) {
    long revision = call.revision();
    var old = row(call, id);
    return shown(
        call, Call.done(directories.install(call.caller(), order.over(old.word()), revision)));
  }

  /** Takes one away. */
  @DELETE
  @Path("directories/{id}")
  @Does(
      value = "Take a directory away: who came from it stays as it is",
      as = OPERATE,
      status = 204)
  public Response remove(@Context Call call, @PathParam("id") String id) {
    Call.done(directories.remove(call.caller(), Need.path(id, DirectoryId::new)));
    return Response.noContent().build();
  }

  /** Reads all of it. */
  @POST
  @Path("directories/{id}/runs")
  @Does(
      value =
          "Read all of a directory by a job; refused where more than its share would end, unless"
              + " trusted; a dry run only counts",
      as = OPERATE,
      gives = JobView.class,
      status = 202)
  public Response run(@Context Call call, @PathParam("id") String id, ReadOrder order) {
    var directory = row(call, id).word().id();
    return Accepted.job(
        jobs,
        call,
        "directory-read",
        progress ->
            directories
                .run(call.caller().further(), directory, order.manner(), progress)
                .map(
                    report ->
                        new Jobs.Made(Accepted.json(ReportView.of(report)), List.of(), true)));
  }

  private Kept<InstalledDirectory> row(Call call, String id) {
    return lists.kept(call, InstalledDirectory.class, Need.path(id, DirectoryId::new));
  }

  private Response shown(Call call, Kept<InstalledDirectory> kept) {
    var standings = Call.done(directories.standings(call.caller()));
    return Answers.one(kept, row -> DirectoryView.of(row, of(standings, row)));
  }

  private static Optional<Standing> of(List<Standing> standings, InstalledDirectory row) {
    return standings.stream().filter(s -> s.id().equals(row.id())).findFirst();
  }
}

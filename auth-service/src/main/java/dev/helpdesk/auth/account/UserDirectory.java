package dev.helpdesk.auth.account;

import dev.helpdesk.kit.page.Listing;
import dev.helpdesk.kit.page.Lists;
import dev.helpdesk.kit.page.Page;
import dev.helpdesk.kit.page.PageQuery;
import dev.helpdesk.kit.page.Sort;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Looks people up. */
@ApplicationScoped
class UserDirectory {
  private static final Sort OLDEST_FIRST = new Sort("created_at", "timestamptz", false);

  private final AccountRepository accounts;
  private final Lists lists;

  UserDirectory(AccountRepository accounts, Lists lists) {
    this.accounts = accounts;
    this.lists = lists;
  }

  @WithSession
  Uni<UserView> get(UUID id) {
    return accounts.require(id).map(UserView::from);
  }

  Uni<Page<UserView>> list(UserFilter filter, PageQuery page) {
    Listing listing = new Listing("users", UserView.COLUMNS, "account", "id", "uuid", OLDEST_FIRST);
    filter.narrow(listing);
    return lists.read(listing, page, UserView::from);
  }
}

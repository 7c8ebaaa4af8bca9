package dev.helpdesk.ticketing.github;

/** One issue of one repository. */
record IssueId(RepositoryName repository, int number) {
  String page() {
    return repository.pageOf(number);
  }
}

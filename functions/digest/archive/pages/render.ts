import { templates } from "../../publish/pages/compiled-templates.js";
import { templateNamed } from "../../publish/template-named.ts";
import type {
  EditionPageView,
  IndexView,
  SearchPageView,
  StoryPageView,
  ThreadPageView,
  TopicPageView,
} from "./view-types.ts";

/** The pages of the archive: whole documents in HTML that load nothing and run no script; every value is escaped. */
export const printIndex = templateNamed<IndexView>(templates, "pages/archive/index.html");
export const printEdition = templateNamed<EditionPageView>(templates, "pages/archive/edition.html");
export const printStory = templateNamed<StoryPageView>(templates, "pages/archive/story.html");
export const printThread = templateNamed<ThreadPageView>(templates, "pages/archive/thread.html");
export const printTopic = templateNamed<TopicPageView>(templates, "pages/archive/topic.html");
export const printSearch = templateNamed<SearchPageView>(templates, "pages/archive/search.html");

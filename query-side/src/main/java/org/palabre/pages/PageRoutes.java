package org.palabre.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A page is a folder with an {@code index.html}, and is found under the folder's path. */
@Configuration(proxyBeanMethods = false)
class PageRoutes implements WebMvcConfigurer {

    private static final String ROOT = "/static/";
    private static final String INDEX = "/index.html";

    @Override
    public void addViewControllers(ViewControllerRegistry routes) {
        try {
            var pages = new PathMatchingResourcePatternResolver().getResources("classpath*:/static/*/**/index.html");
            Arrays.stream(pages)
                    .map(PageRoutes::path)
                    .forEach(path -> routes.addViewController(path).setViewName("forward:" + path + INDEX));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String path(Resource page) {
        try {
            var url = page.getURL().toString();
            return url.substring(url.lastIndexOf(ROOT) + ROOT.length() - 1, url.length() - INDEX.length());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

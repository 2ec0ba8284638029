import CSyscalls
import Site
